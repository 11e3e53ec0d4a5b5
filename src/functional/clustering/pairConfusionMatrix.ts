import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readTable, type TableArguments } from '../readTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';

/**
 * Pair confusion matrix: counts the pairs of samples on which two labelings agree and disagree.
 *
 * The matrix is `[[TN, FP], [FN, TP]]`, over all n(n − 1) ordered pairs of different samples. TN pairs have different
 * labels in both labelings, TP the same label in both, FP the same label only in preds, and FN the same label only in
 * target. The counts are computed without differences of large numbers, so that large tables lose no precision.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a 2 × 2 matrix of counts, exact up to 2^53 and to float64 rounding beyond.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see L. Hubert and P. Arabie, Journal of Classification 2 (1985) 193–218.
 *
 * @example
 * ```ts
 * import { pairConfusionMatrix } from 'tfjs-metrics';
 *
 * pairConfusionMatrix([0, 0, 1, 2], [0, 0, 1, 1]); // [[8, 0], [2, 2]]
 * ```
 */
export function pairConfusionMatrix(
  preds: Labels,
  target: Labels,
  options?: LabelOptions & PairOptions,
): [[tn: number, fp: number], [fn: number, tp: number]];
/** Computes the matrix from a contingency table. */
export function pairConfusionMatrix(
  table: ContingencyTable,
  options?: LabelOptions,
): [[tn: number, fp: number], [fn: number, tp: number]];
export function pairConfusionMatrix(
  ...args: TableArguments<LabelOptions>
): [[tn: number, fp: number], [fn: number, tp: number]] {
  const { cells } = readTable('pairConfusionMatrix', pairCountingOptions, args);
  const { tn, fp, fn, tp } = pairConfusion(cells);
  return [
    [tn, fp],
    [fn, tp],
  ];
}

/** Numbers of ordered pairs with the same or different labels in preds and in target. */
interface PairConfusion {
  readonly tn: number;
  readonly fp: number;
  readonly fn: number;
  readonly tp: number;
}

/** Reads the options of scores that count pairs of samples. */
export const pairCountingOptions: OptionsReader<LabelOptions> = /* @__PURE__ */ defineOptions(
  'LabelOptions',
  () => labelOptions.checks(),
  () => 'it counts pairs of samples',
);

/** Returns the pair counts of a table of whole counts. */
export function pairConfusion(cells: TableCells): PairConfusion {
  const { row, column, count, targetSizes, predSizes, n } = cells;
  let [tn, fp, fn, tp] = [0, 0, 0, 0];
  for (let k = 0; k < count.length; k++) {
    const c = count[k]!;
    const a = targetSizes[row[k]!]!;
    const b = predSizes[column[k]!]!;
    tp += c * (c - 1);
    fn += c * (a - c);
    fp += c * (b - c);
    tn += c * (n - a - (b - c));
  }
  return { tn, fp, fn, tp };
}
