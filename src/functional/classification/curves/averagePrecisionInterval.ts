import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { precisionInfluence } from './curveInfluence.ts';
import type { ScoreArguments } from './readScores.ts';
import type { ScoreIntervalValue } from '../../scoreIntervalValue.ts';
import { scoreInterval, type ScoreIntervalOptions } from './scoreInterval.ts';
import type { ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Confidence interval of {@link averagePrecision} (AP), from its infinitesimal jackknife variance. The interval is
 * symmetric on the scale of the logit, ln(AP / (1 − AP)).
 *
 * The ends are ln(AP / (1 − AP)) ± t √Var AP / (AP (1 − AP)) on that scale, with t the 1 − α/2 quantile of Student's
 * distribution with P − 1 degrees of freedom, α = 1 − `confidence`, and P positive and N negative samples. Var AP = Σᵢ
 * (∂AP/∂wᵢ)², with wᵢ the weight of sample i. The sum over positive samples is multiplied by P/(P − 1), the sum over
 * negative samples by N/(N − 1). The variance includes the randomness of the fraction of positive samples in a sample
 * of a population. If AP is 1, the variance is 0, and the lower end is (α/2)^(1/P), the exact limit for P successes in
 * P trials.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @param options - options; `sampleWeight` must be whole numbers: how often each sample counts.
 * @returns the average precision, its interval from 0 to 1, and its standard error. All are NaN (or the value of
 * `onUndefined`) if there are fewer than 2 positive or fewer than 2 negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see K. Boyd, K. H. Eng and C. D. Page, ECML PKDD 2013, 451–466, for the logit; L. A. Jaeckel, The infinitesimal
 * jackknife, Bell Laboratories (1972).
 *
 * @example
 * ```ts
 * import { averagePrecisionInterval } from 'tfjs-metrics';
 *
 * const preds = [0.1, 0.3, 0.35, 0.4, 0.55, 0.6, 0.7, 0.9];
 * averagePrecisionInterval(preds, [0, 0, 1, 0, 1, 0, 1, 1]);
 * // => { value: 0.854167, lower: 0.121181, upper: 0.995997,
 * //   standardError: 0.14674 }
 * ```
 */
export function averagePrecisionInterval(
  preds: Samples,
  target: Labels,
  options?: ScoreIntervalOptions & PairOptions,
): ScoreIntervalValue;
/** Computes the interval from counted scores. */
export function averagePrecisionInterval(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<ScoreIntervalOptions>,
): ScoreIntervalValue;
export function averagePrecisionInterval(...args: ScoreArguments<ScoreIntervalOptions>): ScoreIntervalValue {
  return scoreInterval('averagePrecisionInterval', args, {
    influence: precisionInfluence,
    samples: ({ positives }) => positives,
  });
}
