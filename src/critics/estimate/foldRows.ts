import { countOf } from '../../inputs/countOf.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { indices } from '../../numeric/indices.ts';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';

/** Smallest number of groups in a fold. */
export const FEWEST_GROUPS = 20;

/** Folds of samples, with all samples of a group in the same fold. */
export interface Folds {
  /** Rows of the samples in each fold, in random order. */
  readonly rows: readonly Int32Array[];
  /** Number of the group of each sample. Groups are numbered from 0 in random order, the largest first. */
  readonly groups: Int32Array;
  readonly groupCount: number;
}

/**
 * Divides samples at random into folds with about the same number of groups and of samples.
 *
 * @param owner - name of the function in messages.
 * @param labels - the group of each sample.
 * @throws {@link MetricInputError} if there are fewer than 20 groups for each fold, or a group is larger than a fold.
 */
export function foldRows(owner: string, labels: ArrayLike<number | string>, folds: number, seed: number): Folds {
  const members = new Map<number | string, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const group = members.get(labels[row]!);
    if (group) group.push(row);
    else members.set(labels[row]!, [row]);
  }
  const given = [...members.values()];
  const random = RandomSource.of(seed);
  const order = shuffle(indices(given.length), random);
  const largest = Array.from(order, (k) => given[k]!).sort((a, b) => b.length - a.length);
  requireEnough(owner, largest, { samples: labels.length, folds });
  const groups = new Int32Array(labels.length);
  const filled: { rows: number[]; groups: number }[] = Array.from({ length: folds }, () => ({ rows: [], groups: 0 }));
  largest.forEach((rows, k) => {
    const next = filled.reduce((least, fold) =>
      (fold.groups - least.groups || fold.rows.length - least.rows.length) < 0 ? fold : least,
    );
    next.groups++;
    for (const row of rows) {
      next.rows.push(row);
      groups[row] = k;
    }
  });
  return {
    // Groups of different sizes would otherwise stand in order of size.
    rows: filled.map(({ rows }) => shuffle(Int32Array.from(rows), random)),
    groups,
    groupCount: largest.length,
  };
}

function requireEnough(
  owner: string,
  largest: readonly (readonly number[])[],
  { samples, folds }: { readonly samples: number; readonly folds: number },
): void {
  const needed = FEWEST_GROUPS * folds;
  if (largest.length < needed) {
    throw new MetricInputError(
      `${owner}: expected at least ${needed} samples for ${folds} folds, got ${largest.length}` +
        (largest.length < samples ? ' groups; pass more groups' : '; pass more samples, one per row'),
    );
  }
  const most = Math.floor(samples / folds);
  if (largest[0]!.length > most) {
    throw new MetricInputError(
      `${owner}: option "groups": expected at most ${countOf(most, 'sample')} in each group, which is the ` +
        `size of a fold, got a group of ${largest[0]!.length}; pass fewer samples of it`,
    );
  }
}

/** Returns the rows of several folds. */
export function joinedRows(folds: readonly Int32Array[]): Int32Array {
  return Int32Array.from(folds.flatMap((rows) => Array.from(rows)));
}
