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
 * Completeness: the degree to which the samples of each class share a predicted cluster.
 *
 * c = I(P; T) / H(P) = 1 − H(P | T) / H(P), for preds P and target T, with I the mutual information and H the entropy.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 (independent) to 1 (each class is in one cluster). 1 if there is only one cluster, where
 * the formula is 0/0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Rosenberg and J. Hirschberg, EMNLP-CoNLL 2007, 410–420.
 *
 * @example
 * ```ts
 * import { completenessScore } from 'tfjs-metrics';
 *
 * completenessScore([0, 0, 1, 1], [0, 0, 1, 2]); // 1
 * completenessScore([0, 0, 1, 2], [0, 0, 1, 1]); // 0.666667
 * ```
 */
export function completenessScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function completenessScore(table: ContingencyTable, options?: LabelOptions): number;
export function completenessScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(() => readTable('completenessScore', labelOptions, args), completenessOfCells);
}

/** Returns the score of a non-empty table. */
export function completenessOfCells(cells: TableCells, { onUndefined }: LabelOptions): number {
  const { predSizes, targetSizes, count, n } = cells;
  const entropy = entropyOfSizes(predSizes, n);
  if (entropy === 0) {
    return undefinedScore('completenessScore', onUndefined, 1, 'the entropy of preds is 0');
  }
  const isComplete = count.length === targetSizes.length;
  return isComplete ? 1 : Math.min(1, mutualInfoOfCells(cells) / entropy);
}

declareRange(completenessScore, [0, 1]);
