import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { entropyOfSizes } from '../information/discrete/entropyOfSizes.ts';
import { mutualInfoOfCells } from '../information/discrete/mutualInfoOfCells.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Homogeneity: the degree to which each cluster contains samples of a single class.
 *
 * h = I(P; T) / H(T) = 1 − H(T | P) / H(T), for preds P and target T, with I the mutual information and H the entropy.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 (independent) to 1 (each cluster contains one class). 1 if there is only one class, where
 * the formula is 0/0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Rosenberg and J. Hirschberg, EMNLP-CoNLL 2007, 410–420.
 *
 * @example
 * ```ts
 * import { homogeneityScore } from 'tfjs-metrics';
 *
 * homogeneityScore([0, 0, 1, 2], [0, 0, 1, 1]); // 1
 * homogeneityScore([0, 0, 1, 1], [0, 0, 1, 2]); // 0.666667
 * ```
 */
export function homogeneityScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function homogeneityScore(table: ContingencyTable, options?: LabelOptions): number;
export function homogeneityScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(() => readTable('homogeneityScore', labelOptions, args), homogeneityOfCells);
}

/** Returns the score of a non-empty table. */
export function homogeneityOfCells(cells: TableCells, { onUndefined }: LabelOptions): number {
  const { targetSizes, predSizes, count, n } = cells;
  const entropy = entropyOfSizes(targetSizes, n);
  if (entropy === 0) {
    return undefinedScore('homogeneityScore', onUndefined, 1, 'the entropy of target is 0');
  }
  const isPure = count.length === predSizes.length;
  return isPure ? 1 : Math.min(1, mutualInfoOfCells(cells) / entropy);
}

declareRange(homogeneityScore, [0, 1]);
