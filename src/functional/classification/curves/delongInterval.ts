import { checkClassScores } from '../../../inputs/classification/classScores.ts';
import type { Label, Labels } from '../../../inputs/labels.ts';
import { readWeightedOptions, type PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck, unfittingOption } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import { ClassScoreCounts } from '../../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { requireWholeWeights } from '../../requireWholeWeights.ts';
import type { ScoreIntervalValue } from '../../scoreIntervalValue.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { lossOptions } from '../losses/lossOptions.ts';
import { areaInfluence } from './curveInfluence.ts';
import { intervalOfClasses } from './intervalOfClasses.ts';
import type { ScoreArguments } from './readScores.ts';
import { scoreInterval, scoreIntervalOptions, type ScoreIntervalOptions } from './scoreInterval.ts';
import type { ScoreCountsOptions } from './scoreOptions.ts';

/** Options for {@link delongInterval}. */
export interface DelongIntervalOptions extends ScoreIntervalOptions {
  /**
   * `'ovr'` for scores of several classes, `[N, K]`: interval of the mean over classes of the area for the class
   * against all others. Required for such scores. Cannot be combined with `positiveLabel`, `fromLogits` and
   * `thresholds`.
   */
  readonly multiclass?: 'ovr' | undefined;
  /** Label of each column of class scores, in order. Only with `multiclass`. Default: column k is label k. */
  readonly labels?: readonly Label[] | undefined;
}

const delongIntervalOptions = /* @__PURE__ */ defineOptions<DelongIntervalOptions>('delongInterval', () => ({
  ...scoreIntervalOptions.checks(),
  multiclass: oneOfCheck(['ovr']),
  labels: lossOptions.checks().labels,
}));

/**
 * Confidence interval of {@link auroc}, the area A, from DeLong's variance. The interval is symmetric on the scale of
 * the logit, ln(A / (1 − A)).
 *
 * The ends are ln(A / (1 − A)) ± t √Var A / (A (1 − A)) on that scale, with t the 1 − α/2 quantile of Student's
 * distribution with min(P, N) − 1 degrees of freedom, α = 1 − `confidence`, and P positive and N negative samples. A
 * normal quantile would give intervals that are too short if a class has few samples.
 *
 * Var A = S₁₀/P + S₀₁/N. S₁₀ is the sample variance over positive samples of the fraction of negative samples with a
 * lower score; S₀₁ is the sample variance over negative samples of the fraction of positive samples with a higher
 * score. Ties count half. If A is 1, both are 0, and the lower end is (α/2)^(1/m) with m = min(P, N), because m
 * disjoint pairs of samples are all in order with probability Aᵐ. If A is 0, the upper end is 1 − (α/2)^(1/m).
 *
 * With `multiclass`, A is the mean of the areas of the classes, and Var A is the sum over samples of their squared
 * influence on A. This accounts for the correlation of the areas. The degrees of freedom follow from Satterthwaite's
 * formula for a sum of variances, one from the samples of each class.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class. With
 * `multiclass`, score of each class, `[N, K]`.
 * @param target - label of each sample, `[N]`.
 * @param options - options; `sampleWeight` must be whole numbers: how often each sample counts.
 * @returns the area, its interval from 0 to 1, and its standard error. All are NaN (or the value of `onUndefined`) if
 * there are fewer than 2 positive or fewer than 2 negative samples; with `multiclass`, if this holds for a class that
 * is not empty, or all samples are of one class.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988) 837–845; for the time O(n log n), X.
 * Sun and W. Xu, IEEE Signal Processing Letters 21 (2014) 1389–1393.
 *
 * @example
 * ```ts
 * import { delongInterval } from 'tfjs-metrics';
 *
 * const preds = [0.1, 0.3, 0.35, 0.4, 0.55, 0.6, 0.7, 0.9];
 * delongInterval(preds, [0, 0, 1, 0, 1, 0, 1, 1]);
 * // => { value: 0.8125, lower: 0.112117, upper: 0.99332,
 * //   standardError: 0.169251 }
 *
 * const classScores = [0, 1, 2, 0, 1, 2, 0, 1, 2].map((label, i) =>
 *   [0, 1, 2].map((k) => Number(k === label) + Math.cos(5 * i + k)),
 * );
 * const target = [0, 1, 2, 0, 1, 2, 0, 1, 2];
 * delongInterval(classScores, target, { multiclass: 'ovr' }).value; // 0.7593
 * ```
 */
export function delongInterval(
  preds: Samples,
  target: Labels,
  options?: DelongIntervalOptions & PairOptions,
): ScoreIntervalValue;
/** Computes the interval from counted scores. */
export function delongInterval(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<ScoreIntervalOptions>,
): ScoreIntervalValue;
export function delongInterval(...args: ScoreArguments<DelongIntervalOptions>): ScoreIntervalValue {
  const [preds, target, given] = args;
  if ((given as DelongIntervalOptions | undefined)?.multiclass !== undefined) {
    return intervalOfMean(preds as Samples, target as Labels, given);
  }
  return scoreInterval('delongInterval', args, {
    influence: areaInfluence,
    samples: ({ positives, negatives }) => Math.min(positives, negatives),
  });
}

function intervalOfMean(preds: Samples, target: Labels, given: unknown): ScoreIntervalValue {
  const owner = 'delongInterval';
  const [options, sampleWeight] = readWeightedOptions(delongIntervalOptions, given, owner);
  for (const name of ['positiveLabel', 'fromLogits', 'thresholds'] as const) {
    const value = options[name];
    if (value !== undefined) throw unfittingOption(owner, name, { needed: 'scores of one class', value });
  }
  const { labels, ignoreLabel, confidence = 0.95, onUndefined } = options;
  const reading = { labels, ignoreLabel, sampleWeight };
  const counts = new ClassScoreCounts('ovr').add(preds, target, reading);
  requireWholeWeights(owner, counts.isExact);
  const curves = Array.from({ length: counts.classes }, (_, k) => counts.curve(k));
  const samples = checkClassScores(preds, target, reading);
  const interval = intervalOfClasses(curves, samples, { influence: areaInfluence, confidence });
  if (interval !== undefined) return interval;
  const problem = counts.n === 0 ? 'there are no samples' : 'a class has one sample, or all samples';
  const value = undefinedScore(owner, onUndefined, NaN, problem);
  return { value, lower: value, upper: value, standardError: value };
}
