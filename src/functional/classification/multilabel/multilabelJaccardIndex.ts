import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { jaccardIndexOfCounts } from '../confusion/jaccardIndex.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

/**
 * Jaccard index of each label: the number of samples that have the label and are predicted to have it, divided by the
 * number of samples that have the label, are predicted to have it, or both.
 *
 * TP / (TP + FP + FN) of each label, averaged according to `average`; by default, the mean over labels.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. The score of a label that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the
 * value is NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.jaccard_score`; `torchmetrics.classification.MultilabelJaccardIndex`.
 *
 * @example
 * ```ts
 * import { multilabelJaccardIndex } from 'tfjs-metrics';
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
 * multilabelJaccardIndex(preds, target); // 0.666667
 * multilabelJaccardIndex(preds, target, {
 *   labels: ['cat', 'dog'],
 *   average: 'none',
 * }); // { cat: 0.333333, dog: 1 }
 * ```
 */
export function multilabelJaccardIndex<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelJaccardIndex<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelAverageOptions<Average>>,
): ClassScore<Average>;
export function multilabelJaccardIndex(
  ...args: MultilabelArguments<MultilabelAverageOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels('multilabelJaccardIndex', multilabelAverageOptions, args, jaccardIndexOfCounts);
}

declareRange(multilabelJaccardIndex, [0, 1]);
