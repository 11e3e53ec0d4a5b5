import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Equal error rate: the false positive rate where it equals the false negative rate.
 *
 * The rate is the FPR at which FPR = 1 − TPR on the ROC curve, with linear interpolation between the points of the
 * curve. torchmetrics does not interpolate: it returns the mean of FPR and 1 − TPR at the threshold where they are
 * closest.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (perfect) to 1; 0.5 on average for random scores. NaN (or the value of `onUndefined`) without
 * positive or without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Martin et al., Eurospeech 1997, 1895–1898, for curves of both error rates.
 *
 * @example
 * ```ts
 * import { equalErrorRate } from 'tfjs-metrics';
 *
 * equalErrorRate([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.5
 * equalErrorRate([0.2, 0.6, 0.3, 0.6], [0, 0, 1, 1]); // 0.5
 * ```
 */
export function equalErrorRate(preds: Samples, target: Labels, options?: ScoreOptions & PairOptions): number;
/** Computes the rate from counted scores. */
export function equalErrorRate(counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions): number;
export function equalErrorRate(...args: ScoreArguments<ScoreOptions>): number {
  const { curve, undefinedValue } = readScores('equalErrorRate', scoreOptions, args);
  const problem = missingClass(curve);
  if (problem !== undefined) return undefinedValue(problem);
  const { truePositives, falsePositives, positives, negatives } = curve;
  let [lastTpr, lastFpr] = [0, 0];
  for (let k = 0; ; k++) {
    const tpr = truePositives[k]! / positives;
    const fpr = falsePositives[k]! / negatives;
    if (tpr + fpr >= 1)
      return lastFpr + ((fpr - lastFpr) * (1 - lastTpr - lastFpr)) / (tpr - lastTpr + (fpr - lastFpr));
    [lastTpr, lastFpr] = [tpr, fpr];
  }
}
