import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import { readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Lower and upper bound on the exact {@link averagePrecision} of scores that were counted in bins.
 *
 * The upper bound assumes that in each bin, all positive samples have the same score, which is above the scores of the
 * negative samples. The lower bound assumes that in each bin, all negative samples have higher scores than the positive
 * samples, and that the positive samples have distinct scores and arbitrarily small weights. A bin with p positive and
 * n negative samples then contributes ∫₀ᵖ (T + x) / (T + F + n + x) dx / P to the lower bound, where P is the number of
 * all positive samples, and T positive and F negative samples have scores above the bin.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @param options - options, with the edges of the bins as `thresholds`.
 * @returns the bounds, from 0 to 1. Both are NaN (or the value of `onUndefined`) without positive samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.average_precision_score`, for the exact value.
 *
 * @example
 * ```ts
 * import { averagePrecision, averagePrecisionBracket } from 'tfjs-metrics';
 *
 * const [preds, target] = [
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 * ];
 * averagePrecisionBracket(preds, target, { thresholds: 5 }); // [0.797267, 1]
 * averagePrecision(preds, target); // 0.833333
 * ```
 */
export function averagePrecisionBracket(
  preds: Samples,
  target: Labels,
  options: ScoreOptions & PairOptions,
): [low: number, high: number];
/** Computes the bounds from binned scores. */
export function averagePrecisionBracket(
  counts: BinnedScoreCounts,
  options?: ScoreCountsOptions,
): [low: number, high: number];
export function averagePrecisionBracket(...args: ScoreArguments<ScoreOptions>): [low: number, high: number] {
  const { curve, undefinedValue } = readScores('averagePrecisionBracket', scoreOptions, args);
  const { truePositives, falsePositives, positives } = curve;
  if (positives === 0) {
    const value = undefinedValue('there are no positive samples');
    return [value, value];
  }
  const [low, high] = [new CompensatedSum(), new CompensatedSum()];
  let [lastTp, lastFp] = [0, 0];
  for (let k = 0; k < truePositives.length; k++) {
    const [tp, fp] = [truePositives[k]!, falsePositives[k]!];
    const added = tp - lastTp;
    if (added > 0) {
      // ∫ (T + x)/(T + F + x) dx = p − F ln(1 + p/(T + F)), with F all negative samples up to this bin.
      low.add(fp === 0 ? added : added - fp * Math.log1p(added / (lastTp + fp)));
      high.add(added * (tp / (tp + lastFp)));
    }
    [lastTp, lastFp] = [tp, fp];
  }
  return [low.value / positives, high.value / positives];
}
