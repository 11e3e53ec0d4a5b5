import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { negativePredictiveValueOfCounts } from '../confusion/negativePredictiveValue.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

/**
 * Negative predictive value of each label: among the samples predicted not to have the label, the fraction that do
 * not have it.
 *
 * TN / (TN + FN) of each label, averaged according to `average`; by default, the mean over labels.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. The value of a label that is predicted for every sample is 0/0, and counts as 0. With `average: 'weighted'`,
 * the value is 0 if no sample has any label. If there are no samples, the value is NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.MultilabelNegativePredictiveValue`.
 *
 * @example
 * ```ts
 * import { multilabelNegativePredictiveValue } from 'tfjs-metrics';
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
 * multilabelNegativePredictiveValue(preds, target); // 0.5
 * multilabelNegativePredictiveValue(preds, target, {
 *   labels: ['cat', 'dog'],
 *   average: 'none',
 * }); // { cat: 0, dog: 1 }
 * ```
 */
export function multilabelNegativePredictiveValue<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelNegativePredictiveValue<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelAverageOptions<Average>>,
): ClassScore<Average>;
export function multilabelNegativePredictiveValue(
  ...args: MultilabelArguments<MultilabelAverageOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels(
    'multilabelNegativePredictiveValue',
    multilabelAverageOptions,
    args,
    negativePredictiveValueOfCounts,
  );
}

declareRange(multilabelNegativePredictiveValue, [0, 1]);
