import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { precisionOfCounts } from '../confusion/precision.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

/**
 * Precision of each label: among the samples predicted to have the label, the fraction that have it.
 *
 * TP / (TP + FP) of each label, averaged according to `average`; by default, the mean over labels.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. The precision of a label that is never predicted is 0/0, and counts as 0. If there are no samples, the value is
 * NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.precision_score`; `torchmetrics.classification.MultilabelPrecision`.
 *
 * @example
 * ```ts
 * import { multilabelPrecision } from 'tfjs-metrics';
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
 * multilabelPrecision(preds, target); // 0.75
 * multilabelPrecision(preds, target, { average: 'none' }); // { 0: 0.5, 1: 1 }
 * ```
 */
export function multilabelPrecision<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelPrecision<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelAverageOptions<Average>>,
): ClassScore<Average>;
export function multilabelPrecision(
  ...args: MultilabelArguments<MultilabelAverageOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels('multilabelPrecision', multilabelAverageOptions, args, precisionOfCounts);
}

declareRange(multilabelPrecision, [0, 1]);
