import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck, shareCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import { requireWholeWeights } from '../../requireWholeWeights.ts';
import type { ScoreIntervalValue } from '../../scoreIntervalValue.ts';
import { intervalOn } from './intervalScale.ts';
import { readRegressionPairs, type RegressionPairs } from './regressionPairs.ts';
import { REGRESSION_SCORES, standardErrorOf, type RegressionScoreName, type ScoreInfluence } from './scoreInfluence.ts';

/** Options for {@link regressionInterval} and {@link regressionDifference}. */
export interface RegressionIntervalOptions {
  /** Name of the score. Default: `'meanAbsoluteError'`. */
  readonly score?: RegressionScoreName | undefined;
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
}

/** Reads {@link RegressionIntervalOptions}. */
export const regressionIntervalOptions: OptionsReader<RegressionIntervalOptions> = /* @__PURE__ */ defineOptions(
  'regressionInterval',
  () => ({ score: oneOfCheck(Object.keys(REGRESSION_SCORES)), confidence: shareCheck() }),
);

/**
 * Confidence interval of a score of a regression, from the influence of each sample on the score.
 *
 * The influence ψᵢ is the derivative of the score with respect to the weight of sample i, as in the infinitesimal
 * jackknife; for a mean, it is the difference of the term from the mean. The standard error is √(Σᵢ ψᵢ² / (N (N − 1))),
 * and the interval is ± t standard errors with the quantile t of Student's distribution with N − 1 degrees of freedom, on
 * a scale on which the score is closer to normally distributed: the logarithm for losses, ln(1 − s) for R² and explained
 * variance, and Fisher's artanh s for correlations. The time is that of sorting for Spearman's correlation, and
 * otherwise linear; there are no random draws. The samples must be independent, unlike those of a time series.
 *
 * | `score`                         | value                                                              |
 * | ------------------------------- | ------------------------------------------------------------------ |
 * | `'meanAbsoluteError'`           | {@link meanAbsoluteError}                                          |
 * | `'rootMeanSquaredError'`        | {@link meanSquaredError} with `squared: false`                     |
 * | `'meanAbsolutePercentageError'` | {@link meanAbsolutePercentageError}                                |
 * | `'meanResidual'`                | mean of target − prediction: above 0 if the predictions are too low |
 * | `'r2Score'`                     | {@link r2Score}                                                    |
 * | `'explainedVariance'`           | {@link explainedVariance}                                          |
 * | `'pearsonCorrCoef'`             | {@link pearsonCorrCoef}                                            |
 * | `'spearmanCorrCoef'`            | {@link spearmanCorrCoef}                                           |
 *
 * @param preds - predictions, `[N]` or `[N, 1]`.
 * @param target - true values, of the same shape.
 * @param options - options; `sampleWeight` must be whole numbers: how often each sample counts.
 * @returns the score, its interval and its standard error. All are NaN without samples. The interval and the standard
 * error are NaN for fewer than two samples, and if they cannot be estimated, as for residuals that are all equal.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans, 1982, chapter 6.
 *
 * @example
 * ```ts
 * import { regressionInterval } from 'tfjs-metrics';
 *
 * const preds = [2.5, 0, 2, 8, 4, 1];
 * const target = [3, -0.5, 2, 7, 4.5, 1.5];
 * regressionInterval(preds, target);
 * // => { value: 0.5, lower: 0.257466, upper: 0.971003,
 * //   standardError: 0.129099 }
 * regressionInterval(preds, target, { score: 'r2Score' }).lower; // 0.873655
 * ```
 */
export function regressionInterval(
  preds: Samples,
  target: Samples,
  options?: RegressionIntervalOptions & PairOptions,
): ScoreIntervalValue {
  const owner = 'regressionInterval';
  const [{ score = 'meanAbsoluteError', confidence = 0.95 }, sampleWeight] = readWeightedOptions(
    regressionIntervalOptions,
    options,
    owner,
  );
  const pairs = readRegressionPairs(preds, target, sampleWeight);
  requireWholeWeights(owner, hasWholeWeights(pairs));
  return intervalOfScore(score, pairs, confidence);
}

/** Returns true if the samples have whole weights, so that n is their number. */
export function hasWholeWeights({ weights }: Pick<RegressionPairs, 'weights'>): boolean {
  return weights === undefined || weights.every(Number.isInteger);
}

/** Computes the interval of a score of checked samples. */
export function intervalOfScore(
  name: RegressionScoreName,
  pairs: RegressionPairs,
  confidence: number,
): ScoreIntervalValue {
  if (pairs.n === 0) return { value: NaN, lower: NaN, upper: NaN, standardError: NaN };
  return intervalOfInfluence(name, REGRESSION_SCORES[name].of(pairs), pairs, confidence);
}

/** Computes the interval of a score from the influences of at least one sample. */
export function intervalOfInfluence(
  name: RegressionScoreName,
  found: ScoreInfluence,
  pairs: Pick<RegressionPairs, 'weights' | 'n'>,
  confidence: number,
): ScoreIntervalValue {
  const { value } = found;
  const standardError = standardErrorOf(found, pairs);
  const width = studentQuantile((1 + confidence) / 2, pairs.n - 1) * standardError;
  return { value, ...intervalOn(REGRESSION_SCORES[name].scale, value, width), standardError };
}
