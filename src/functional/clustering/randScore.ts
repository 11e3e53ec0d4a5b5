import type { LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { pairCountingOptions, pairConfusion } from './pairConfusionMatrix.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Rand score: the fraction of sample pairs on which two labelings agree.
 *
 * RI = (TP + TN) / (TP + TN + FP + FN), where {@link pairConfusionMatrix} returns the numbers of pairs TP, TN, FP and
 * FN.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 to 1 (the same partition). The value is also high for unrelated labelings with many
 * clusters. 1 for a single sample, where the formula is 0/0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see W. M. Rand, Journal of the American Statistical Association 66 (1971) 846–850.
 *
 * @example
 * ```ts
 * import { randScore } from 'tfjs-metrics';
 *
 * randScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.6
 * ```
 */
export function randScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function randScore(table: ContingencyTable, options?: LabelOptions): number;
export function randScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('randScore', pairCountingOptions, args),
    (cells, options) => {
      const { tn, fp, fn, tp } = pairConfusion(cells);
      const pairs = tn + fp + fn + tp;
      if (pairs === 0) {
        return undefinedScore('randScore', options.onUndefined, 1, 'there are no pairs of samples');
      }
      return (tn + tp) / pairs;
    },
  );
}

declareRange(randScore, [0, 1]);
