import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { FEWEST_GROUPS, foldRows } from '../estimate/foldRows.ts';

/** Largest number of parts of each size that are used. */
const MOST_PARTS = 3;

/**
 * Divides the samples into 2, 3, … parts and returns the rows of the first parts of each size.
 *
 * @throws {@link MetricInputError} if two parts cannot be estimated.
 */
export function dividedRows(
  groups: ArrayLike<number | string>,
  blocks: readonly CheckedSamples[],
  { folds, seed, parts }: { readonly folds: number; readonly seed: number; readonly parts: number },
): Int32Array[][] {
  const distinct = new Set(Array.from(groups)).size;
  const most = Math.min(parts, Math.floor(distinct / (FEWEST_GROUPS * folds)));
  if (most < 2) {
    throw new MetricInputError(
      `mutualInfoProtocol: expected at least ${2 * FEWEST_GROUPS * folds} samples or groups for ${folds} folds of two parts, got ${distinct}`,
    );
  }
  const divided: Int32Array[][] = [];
  for (let p = 2; p <= most; p++) {
    const rows = foldRows('mutualInfoProtocol', groups, p, seed).rows.slice(0, MOST_PARTS);
    const [problem] = rows.flatMap((part) => problemOf(part, groups, blocks, folds) ?? []);
    if (problem === undefined) divided.push(rows);
    else if (p > 2) break;
    else {
      throw new MetricInputError(
        `mutualInfoProtocol: expected two parts in which x and y vary and no group is larger than a fold, got ${problem}; pass more samples`,
      );
    }
  }
  return divided;
}

/** Returns why a part cannot be estimated, or undefined if it can. */
function problemOf(
  rows: Int32Array,
  groups: ArrayLike<number | string>,
  blocks: readonly CheckedSamples[],
  folds: number,
): string | undefined {
  const sizes = new Map<number | string, number>();
  for (const row of rows) sizes.set(groups[row]!, (sizes.get(groups[row]!) ?? 0) + 1);
  const largest = [...sizes.values()].reduce((most, size) => Math.max(most, size), 0);
  const fold = Math.floor(rows.length / folds);
  if (largest > fold) return `a group of ${largest} samples and folds of ${fold}`;
  const constant = blocks.findIndex(({ data, d }) => {
    const first = data.subarray(rows[0]! * d, (rows[0]! + 1) * d);
    return rows.every((row) => first.every((value, j) => value === data[row * d + j]));
  });
  return constant < 0 ? undefined : `a part in which ${['x', 'y'][constant]!} is constant`;
}
