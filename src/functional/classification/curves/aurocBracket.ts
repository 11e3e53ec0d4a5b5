import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Lower and upper bound on the exact {@link auroc} of scores that were counted in bins.
 *
 * The bounds are Σₖ nₖ Tₖ₋₁ / (P·N) and Σₖ nₖ Tₖ / (P·N), for P positive and N negative samples and bins k = 1, 2, … in
 * descending order of score. nₖ is the number of negative samples in bin k, and Tₖ the number of positive samples in
 * bins 1 to k. The lower bound is the area if in each bin all negative samples have higher scores than the positive
 * samples, and the upper bound is the area if they have lower scores.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @param options - options, with the edges of the bins as `thresholds`.
 * @returns the bounds, from 0 to 1. Their mean is the value of `auroc` with the same `thresholds`. Both are NaN (or the
 * value of `onUndefined`) without positive or without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29–36, for the area.
 *
 * @example
 * ```ts
 * import { auroc, aurocBracket } from 'tfjs-metrics';
 *
 * const [preds, target] = [
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 * ];
 * aurocBracket(preds, target, { thresholds: 5 }); // [0.75, 1]
 * auroc(preds, target, { thresholds: 5 }); // 0.875
 * auroc(preds, target); // 0.75
 * ```
 */
export function aurocBracket(
  preds: Samples,
  target: Labels,
  options: ScoreOptions & PairOptions,
): [low: number, high: number];
/** Computes the bounds from binned scores. */
export function aurocBracket(counts: BinnedScoreCounts, options?: ScoreCountsOptions): [low: number, high: number];
export function aurocBracket(...args: ScoreArguments<ScoreOptions>): [low: number, high: number] {
  const { curve, undefinedValue } = readScores('aurocBracket', scoreOptions, args);
  const problem = missingClass(curve);
  if (problem !== undefined) {
    const value = undefinedValue(problem);
    return [value, value];
  }
  const { truePositives, falsePositives, positives, negatives } = curve;
  const [low, high] = [new CompensatedSum(), new CompensatedSum()];
  let [lastTp, lastFp] = [0, 0];
  for (let k = 0; k < truePositives.length; k++) {
    const [tp, fp] = [truePositives[k]!, falsePositives[k]!];
    low.add((fp - lastFp) * lastTp);
    high.add((fp - lastFp) * tp);
    [lastTp, lastFp] = [tp, fp];
  }
  return [low.value / positives / negatives, high.value / positives / negatives];
}
