import type { LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { pairCountingOptions, pairConfusion } from './pairConfusionMatrix.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Jaccard index of sample pairs: among the pairs with the same label in at least one labeling, the fraction with the
 * same label in both.
 *
 * J = TP / (TP + FP + FN), where {@link pairConfusionMatrix} returns the numbers of pairs TP, FP and FN. Unlike
 * {@link randScore}, it does not count pairs with different labels in both labelings.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a number from 0 to 1 (the same partition). 1 if no two samples have the same label in either labeling, where
 * the formula is 0/0, and NaN if there are no samples, or the value of `onUndefined`.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see L. Hubert and P. Arabie, Journal of Classification 2 (1985) 193–218.
 *
 * @example
 * ```ts
 * import { jaccardScore } from 'tfjs-metrics';
 *
 * jaccardScore([2, 2, 0, 1, 0], [2, 2, 1, 1, 0]); // 0.3333
 * ```
 */
export function jaccardScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function jaccardScore(table: ContingencyTable, options?: LabelOptions): number;
export function jaccardScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('jaccardScore', pairCountingOptions, args),
    (cells, options) => {
      const { fp, fn, tp } = pairConfusion(cells);
      const pairs = fp + fn + tp;
      if (pairs === 0) {
        return undefinedScore('jaccardScore', options.onUndefined, 1, 'no two samples are together in either labeling');
      }
      return tp / pairs;
    },
  );
}

declareRange(jaccardScore, [0, 1]);
