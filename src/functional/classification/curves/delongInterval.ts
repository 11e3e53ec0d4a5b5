import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { shareCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { areaUnderCurve } from './areaUnderCurve.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions } from './scoreOptions.ts';

/** Options for {@link delongInterval}. */
export interface DelongIntervalOptions extends ScoreOptions {
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
}

/** Result of {@link delongInterval}. */
export interface DelongIntervalValue {
  /** Area under the ROC curve. */
  readonly value: number;
  /** Lower end of the confidence interval. */
  readonly lower: number;
  /** Upper end of the confidence interval. */
  readonly upper: number;
  /** Standard error of the area. */
  readonly standardError: number;
}

const delongIntervalOptions = /* @__PURE__ */ defineOptions<DelongIntervalOptions>('delongInterval', () => ({
  ...scoreOptions.checks(),
  confidence: shareCheck(),
}));

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
  options?: DelongIntervalOptions & PairOptions,
): DelongIntervalValue;
/** Computes the interval from counted scores. */
export function delongInterval(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: DelongIntervalOptions,
): DelongIntervalValue;
export function delongInterval(...args: ScoreArguments<DelongIntervalOptions>): DelongIntervalValue {
  const { curve, isExact, options, undefinedValue } = readScores('delongInterval', delongIntervalOptions, args);
  if (!isExact) {
    throw new MetricInputError(
      'delongInterval: expected whole numbers as weights, because it counts samples, got others',
    );
  }
  const { positives, negatives } = curve;
  const problem = missingClass(curve) ?? (Math.min(positives, negatives) < 2 ? 'a class has one sample' : undefined);
  if (problem !== undefined) {
    const value = undefinedValue(problem);
    return { value, lower: value, upper: value, standardError: value };
  }
  const { value, standardError } = areaWithError(curve);
  return { value, ...interval(value, standardError, 1 - (options.confidence ?? 0.95), curve), standardError };
}

function areaWithError(curve: ScoreCurve): { readonly value: number; readonly standardError: number } {
  const { truePositives, falsePositives, positives, negatives } = curve;
  const value = areaUnderCurve(curve);
  const [ofPositive, ofNegative] = [new CompensatedSum(), new CompensatedSum()];
  let [tp, fp] = [0, 0];
  for (let k = 0; k < truePositives.length; k++) {
    const [nextTp, nextFp] = [truePositives[k]!, falsePositives[k]!];
    // Ties count half.
    ofPositive.add((nextTp - tp) * (1 - (fp + nextFp) / 2 / negatives - value) ** 2);
    ofNegative.add((nextFp - fp) * ((tp + nextTp) / 2 / positives - value) ** 2);
    [tp, fp] = [nextTp, nextFp];
  }
  const variance = ofPositive.value / (positives - 1) / positives + ofNegative.value / (negatives - 1) / negatives;
  return { value, standardError: Math.sqrt(variance) };
}

function interval(
  value: number,
  standardError: number,
  alpha: number,
  { positives, negatives }: ScoreCurve,
): { readonly lower: number; readonly upper: number } {
  const certain = (alpha / 2) ** (1 / Math.min(positives, negatives));
  if (value === 1) return { lower: certain, upper: 1 };
  if (value === 0) return { lower: 0, upper: 1 - certain };
  const logit = Math.log(value / (1 - value));
  const quantile = studentQuantile(1 - alpha / 2, Math.min(positives, negatives) - 1);
  const width = (quantile * standardError) / (value * (1 - value));
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  return { lower: logistic(logit - width), upper: logistic(logit + width) };
}
