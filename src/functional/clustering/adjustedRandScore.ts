import type { LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { pairCountingOptions, pairConfusion } from './pairConfusionMatrix.ts';
import { productDifference } from '../../numeric/productDifference.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Adjusted Rand score: agreement of two labelings on pairs of samples, adjusted for chance.
 *
 * ARI = 2 (TP·TN − FN·FP) / ((TP + FN)(FN + TN) + (TP + FP)(FP + TN)), where {@link pairConfusionMatrix} returns the
 * numbers of pairs TP, TN, FP and FN.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from −0.5 to 1 (the same partition), 0 on average for random labels. 1 if the formula is 0/0: for
 * one sample, if both labelings are constant, or if each sample has its own label in both. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see L. Hubert and P. Arabie, Journal of Classification 2 (1985) 193–218.
 *
 * @example
 * ```ts
 * import { adjustedRandScore } from 'tfjs-metrics';
 *
 * adjustedRandScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // -0.25
 * adjustedRandScore([0, 0, 1, 2], [0, 0, 1, 1]); // 0.571429
 * ```
 */
export function adjustedRandScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function adjustedRandScore(table: ContingencyTable, options?: LabelOptions): number;
export function adjustedRandScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('adjustedRandScore', pairCountingOptions, args),
    (cells, options) => {
      const { tn, fp, fn, tp } = pairConfusion(cells);
      const denominator = (tp + fn) * (fn + tn) + (tp + fp) * (fp + tn);
      if (denominator === 0) {
        const reason = 'both labelings have a single cluster, or one cluster per sample';
        return undefinedScore('adjustedRandScore', options.onUndefined, 1, reason);
      }
      return fp === 0 && fn === 0 ? 1 : (2 * productDifference(tp, tn, fn, fp)) / denominator;
    },
  );
}

declareRange(adjustedRandScore, [-0.5, 1]);
