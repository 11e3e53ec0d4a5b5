import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { aboveCheck } from '../../../inputs/options/optionCheck.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { ClassScore } from '../confusion/classOptions.ts';
import { fBetaScoreOfCounts } from '../confusion/fBetaScore.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
  type MultilabelCountsOptions,
} from './multilabelOptions.ts';
import { averageLabels, type MultilabelArguments } from './readMultilabels.ts';

/** Options for {@link multilabelFBetaScore}. */
export interface MultilabelFBetaScoreOptions<
  Average extends MultilabelAverage = MultilabelAverage,
> extends MultilabelAverageOptions<Average> {
  /** Weight β of recall relative to precision, above 0. Default: 1. */
  readonly beta?: number | undefined;
}

/** Reads {@link MultilabelFBetaScoreOptions}. */
export const multilabelFBetaScoreOptions: OptionsReader<MultilabelFBetaScoreOptions> = /* @__PURE__ */ defineOptions(
  'multilabelFBetaScore',
  () => ({ ...multilabelAverageOptions.checks(), beta: aboveCheck(0) }),
);

/**
 * F-beta score of each label: the weighted harmonic mean of its {@link multilabelPrecision} and {@link
 * multilabelRecall}.
 *
 * (1 + β²) TP / ((1 + β²) TP + β² FN + FP) of each label, averaged according to `average`; by default, the mean over
 * labels.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities that `threshold` is applied to.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the names of the labels as
 * keys. The score of a label that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the
 * value is NaN, or `{}` with `average: 'none'`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.fbeta_score`; `torchmetrics.classification.MultilabelFBetaScore`.
 *
 * @example
 * ```ts
 * import { multilabelFBetaScore } from 'tfjs-metrics';
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
 * multilabelFBetaScore(preds, target, { beta: 2 }); // 0.75
 * multilabelFBetaScore(preds, target, {
 *   labels: ['cat', 'dog'],
 *   average: 'none',
 * }); // { cat: 0.5, dog: 1 }
 * ```
 */
export function multilabelFBetaScore<const Average extends MultilabelAverage = 'macro'>(
  preds: Multilabels,
  target: Multilabels,
  options?: MultilabelFBetaScoreOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from counts. */
export function multilabelFBetaScore<const Average extends MultilabelAverage = 'macro'>(
  counts: MultilabelCounts,
  options?: MultilabelCountsOptions<MultilabelFBetaScoreOptions<Average>>,
): ClassScore<Average>;
export function multilabelFBetaScore(
  ...args: MultilabelArguments<MultilabelFBetaScoreOptions>
): ClassScore<MultilabelAverage> {
  return averageLabels('multilabelFBetaScore', multilabelFBetaScoreOptions, args, fBetaScoreOfCounts);
}

declareRange(multilabelFBetaScore, [0, 1]);
