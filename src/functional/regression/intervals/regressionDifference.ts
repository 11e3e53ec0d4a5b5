import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { studentPValue } from '../../../numeric/special/studentPValue.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import { requireWholeWeights } from '../../requireWholeWeights.ts';
import { hasWholeWeights, regressionIntervalOptions, type RegressionIntervalOptions } from './regressionInterval.ts';
import { readRegressionPairs, type RegressionPairs } from './regressionPairs.ts';
import { REGRESSION_SCORES, ROUNDING, standardErrorOf, type ScoreInfluence } from './scoreInfluence.ts';

/** Result of {@link regressionDifference}. */
export interface RegressionDifferenceValue {
  /** Score of the first predictions minus that of the second. */
  readonly difference: number;
  /** Lower end of the confidence interval of the difference. */
  readonly lower: number;
  /** Upper end of the confidence interval of the difference. */
  readonly upper: number;
  /** Standard error of the difference. */
  readonly standardError: number;
  /** Difference divided by its standard error. */
  readonly statistic: number;
  /** Two-sided p-value of the null hypothesis that the scores are equal. */
  readonly pValue: number;
}

/**
 * Difference of a score between two regressions of the same samples, with its paired confidence interval and test.
 *
 * The influence of each sample on the difference is the difference of its influences on both scores; see
 * {@link regressionInterval}. The standard error accounts for the correlation of the scores, which share their targets,
 * and is smaller than that of two independent sets of samples. Interval and p-value are from Student's distribution with
 * N − 1 degrees of freedom. For the mean absolute error, this is the paired t-test of the absolute residuals.
 *
 * @param preds - predictions of the first model, `[N]` or `[N, 1]`.
 * @param otherPreds - predictions of the second model, of the same shape.
 * @param target - true values, of the same shape.
 * @param options - options; `sampleWeight` must be whole numbers: how often each sample counts.
 * @returns the difference, its interval, standard error, statistic and p-value. All are NaN without samples. All but the
 * difference are NaN for fewer than two samples, and if they cannot be estimated, as for equal predictions. A difference
 * within rounding errors is 0.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see F. X. Diebold and R. S. Mariano, Journal of Business & Economic Statistics 13 (1995) 253–263, for losses.
 *
 * @example
 * ```ts
 * import { regressionDifference } from 'tfjs-metrics';
 *
 * const target = [3, -0.5, 2, 7, 4.5, 1.5];
 * const line = [2.5, 0, 2, 8, 4, 1];
 * const tree = [2, 1, 2, 5, 3, 2];
 * regressionDifference(line, tree, target);
 * // => { difference: -0.583333, lower: -1.099232, upper: -0.067435,
 * //   standardError: 0.200693, statistic: -2.906592, pValue: 0.033532 }
 * regressionDifference(line, tree, target, { score: 'r2Score' }).difference;
 * // => 0.229913
 * ```
 */
export function regressionDifference(
  preds: Samples,
  otherPreds: Samples,
  target: Samples,
  options?: RegressionIntervalOptions & PairOptions,
): RegressionDifferenceValue {
  const owner = 'regressionDifference';
  const [{ score = 'meanAbsoluteError', confidence = 0.95 }, sampleWeight] = readWeightedOptions(
    regressionIntervalOptions,
    options,
    owner,
  );
  const pairs = readRegressionPairs(preds, target, sampleWeight);
  const others = readRegressionPairs(otherPreds, target, sampleWeight, { names: ['otherPreds', 'target'] });
  requireWholeWeights(owner, hasWholeWeights(pairs));
  if (pairs.n === 0) {
    return { difference: NaN, lower: NaN, upper: NaN, standardError: NaN, statistic: NaN, pValue: NaN };
  }
  const { of } = REGRESSION_SCORES[score];
  return differenceOfInfluences(of(pairs), of(others), pairs, confidence);
}

/** Computes the difference of a score between two models of the same samples, of which there is at least one. */
export function differenceOfInfluences(
  first: ScoreInfluence,
  second: ScoreInfluence,
  pairs: Pick<RegressionPairs, 'weights' | 'n'>,
  confidence: number,
): RegressionDifferenceValue {
  const size = first.size + second.size;
  const exact = first.value - second.value;
  const difference = Math.abs(exact) <= ROUNDING * size ? 0 : exact;
  const influence = first.influence.map((each, i) => each - second.influence[i]!);
  const standardError = standardErrorOf({ influence, size }, pairs);
  const freedom = pairs.n - 1;
  const width = studentQuantile((1 + confidence) / 2, freedom) * standardError;
  const statistic = difference / standardError;
  return {
    difference,
    lower: difference - width,
    upper: difference + width,
    standardError,
    statistic,
    pValue: Number.isNaN(statistic) ? NaN : studentPValue(statistic, freedom),
  };
}
