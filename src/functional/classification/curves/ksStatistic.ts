import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Kolmogorov–Smirnov statistic: the largest difference between the distributions of the scores of positive and of
 * negative samples.
 *
 * KS = maxₖ |TPRₖ − FPRₖ|, the largest difference of the true and false positive rates over all thresholds k.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (equal distributions) to 1 (separated). NaN (or the value of `onUndefined`) without positive
 * or without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `scipy.stats.ks_2samp`, which also gives a p-value.
 *
 * @example
 * ```ts
 * import { ksStatistic } from 'tfjs-metrics';
 *
 * ksStatistic([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.5
 * ```
 */
export function ksStatistic(preds: Samples, target: Labels, options?: ScoreOptions & PairOptions): number;
/** Computes the statistic from counted scores. */
export function ksStatistic(counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions): number;
export function ksStatistic(...args: ScoreArguments<ScoreOptions>): number {
  const { curve, undefinedValue } = readScores('ksStatistic', scoreOptions, args);
  const problem = missingClass(curve);
  if (problem !== undefined) return undefinedValue(problem);
  const { truePositives, falsePositives, positives, negatives } = curve;
  let largest = 0;
  for (let k = 0; k < truePositives.length; k++) {
    largest = Math.max(largest, Math.abs(truePositives[k]! / positives - falsePositives[k]! / negatives));
  }
  return largest;
}
