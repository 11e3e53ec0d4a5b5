import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { areaInfluence } from './curveInfluence.ts';
import type { ScoreArguments } from './readScores.ts';
import { scoreInterval, type ScoreIntervalOptions, type ScoreIntervalValue } from './scoreInterval.ts';
import type { ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Confidence interval of {@link auroc} by DeLong's variance, on the scale of its logit, ln(A / (1 − A)).
 *
 * ln(A / (1 − A)) ± t √Var A / (A (1 − A)), with the quantile t of Student's distribution with min(P, N) − 1 degrees of
 * freedom: the normal quantile gives intervals that are too short if a class has few samples.
 *
 * Var A = S₁₀/P + S₀₁/N, with the sample variances of the share of negative samples below each positive one and of the
 * share of positive samples above each negative one. If A is 1, this variance is 0, and the lower end is (α/2)^(1/m), with
 * m the smaller of P and N: of m disjoint pairs, all are in order with probability Aᵐ. The same holds for A = 0.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @param options - options; `sampleWeight` must be whole numbers, which count samples.
 * @returns the area, its interval from 0 to 1, and its standard error. NaN if there are fewer than 2 positive or fewer
 * than 2 negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988) 837–845; for the time O(n log n), X. Sun
 * and W. Xu, IEEE Signal Processing Letters 21 (2014) 1389–1393.
 *
 * @example
 * ```ts
 * import { delongInterval } from 'tfjs-metrics';
 *
 * const preds = [0.1, 0.3, 0.35, 0.4, 0.55, 0.6, 0.7, 0.9];
 * delongInterval(preds, [0, 0, 1, 0, 1, 0, 1, 1]);
 * // => { value: 0.8125, lower: 0.112117, upper: 0.99332,
 * //   standardError: 0.169251 }
 * ```
 */
export function delongInterval(
  preds: Samples,
  target: Labels,
  options?: ScoreIntervalOptions & PairOptions,
): ScoreIntervalValue;
/** Computes the interval from counted scores. */
export function delongInterval(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<ScoreIntervalOptions>,
): ScoreIntervalValue;
export function delongInterval(...args: ScoreArguments<ScoreIntervalOptions>): ScoreIntervalValue {
  return scoreInterval('delongInterval', args, {
    influence: areaInfluence,
    samples: ({ positives, negatives }) => Math.min(positives, negatives),
  });
}
