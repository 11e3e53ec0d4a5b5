import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { OneVsRestScore } from '../confusion/averageCounts.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

const multilabelAccuracyOfCounts: OneVsRestScore = {
  score: ({ tp, fp, fn, tn }) => (tp + tn) / (tp + fp + fn + tn),
  reason: 'the label is not known for any sample',
};

/**
 * Accuracy of each label: the fraction of samples for which the label is predicted correctly.
 *
 * (TP + TN) / (TP + FP + FN + TN) of each label, averaged according to `average`; by default, the mean over
 * labels.
 *
 * With `average: 'micro'`, the value is 1 − {@link hammingDistance}. For the fraction of samples with all labels
 * correct, see {@link exactMatch}.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. A label that is unknown (`ignoreLabel`) for every sample counts as 0. With `average: 'weighted'`, the value is
 * 0 if no sample has any label. If there are no samples, the value is NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.MultilabelAccuracy`.
 *
 * @example
 * ```ts
 * import { multilabelAccuracy } from 'tfjs-metrics';
 *
 * const preds = [
 *   [1, 0],
 *   [1, 1],
 *   [0, 1],
 * ];
 * const target = [
 *   [1, 0],
 *   [0, 1],
 *   [1, 1],
 * ];
 * multilabelAccuracy(preds, target); // 0.666667
 * multilabelAccuracy(preds, target, { average: 'none' }); // { 0: 0.333333, 1: 1 }
 * ```
 */
export function multilabelAccuracy<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelAccuracy<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelAverageOptions<Average>>,
): ClassScore<Average>;
export function multilabelAccuracy(
  ...args: MultilabelArguments<MultilabelAverageOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels('multilabelAccuracy', multilabelAverageOptions, args, multilabelAccuracyOfCounts);
}

declareRange(multilabelAccuracy, [0, 1]);
