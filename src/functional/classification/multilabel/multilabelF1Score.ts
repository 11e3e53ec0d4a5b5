import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { f1ScoreOfCounts } from '../confusion/f1Score.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

/**
 * F1 score of each label: the harmonic mean of its {@link multilabelPrecision} and {@link multilabelRecall}.
 *
 * 2 TP / (2 TP + FP + FN) of each label, averaged according to `average`; by default, the mean over labels.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. The score of a label that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the
 * value is NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.f1_score`; `torchmetrics.classification.MultilabelF1Score`.
 *
 * @example
 * ```ts
 * import { multilabelF1Score } from 'tfjs-metrics';
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
 * multilabelF1Score(preds, target); // 0.75
 * multilabelF1Score(preds, target, { average: 'none' }); // { 0: 0.5, 1: 1 }
 * ```
 */
export function multilabelF1Score<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelF1Score<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelAverageOptions<Average>>,
): ClassScore<Average>;
export function multilabelF1Score(
  ...args: MultilabelArguments<MultilabelAverageOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels('multilabelF1Score', multilabelAverageOptions, args, f1ScoreOfCounts);
}

declareRange(multilabelF1Score, [0, 1]);
