import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Options for {@link logAuc}. */
export interface LogAucOptions extends ScoreOptions {
  /** Range of the false positive rate, 0 < low < high ≤ 1. Default: `[0.001, 0.1]`. */
  readonly fprRange?: readonly [low: number, high: number] | undefined;
}

/** Reads {@link LogAucOptions}. */
export const logAucOptions: OptionsReader<LogAucOptions> = /* @__PURE__ */ defineOptions('logAuc', () => ({
  ...scoreOptions.checks(),
  fprRange: optionCheck(isRange, 'two numbers [low, high] with 0 < low < high ≤ 1'),
}));

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite)) return false;
  const [low, high] = value as [number, number];
  return low > 0 && low < high && high <= 1;
}

/**
 * Area under the ROC curve with a logarithmic axis of the false positive rate. It emphasizes the samples with the
 * highest scores.
 *
 * The value is ∫ TPR d(ln FPR) / ln(high/low), over the false positive rates of `fprRange`, [low, high]. Between the
 * points of the curve, TPR is interpolated linearly in FPR, and the integral is exact; torchmetrics interpolates
 * linearly in ln FPR.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 to 1; for random scores and the default range, 0.0215 on average. NaN (or the value of
 * `onUndefined`) without positive or without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see M. M. Mysinger and B. K. Shoichet, Journal of Chemical Information and Modeling 50 (2010) 1561–1573.
 *
 * @example
 * ```ts
 * import { logAuc } from 'tfjs-metrics';
 *
 * logAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.5
 * ```
 */
export function logAuc(preds: Samples, target: Labels, options?: LogAucOptions & PairOptions): number;
/** Computes the area from counted scores. */
export function logAuc(counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions<LogAucOptions>): number;
export function logAuc(...args: ScoreArguments<LogAucOptions>): number {
  const { curve, options, undefinedValue } = readScores('logAuc', logAucOptions, args);
  const problem = missingClass(curve);
  if (problem !== undefined) return undefinedValue(problem);
  const [low, high] = options.fprRange ?? [0.001, 0.1];
  const { truePositives, falsePositives, positives, negatives } = curve;
  const area = new CompensatedSum();
  let [lastTpr, lastFpr] = [0, 0];
  for (let k = 0; k < truePositives.length && lastFpr < high; k++) {
    const tpr = truePositives[k]! / positives;
    const fpr = falsePositives[k]! / negatives;
    const [from, to] = [Math.max(lastFpr, low), Math.min(fpr, high)];
    if (from < to) {
      // ∫ (a + b x)/x dx, with TPR = a + b x on this segment.
      const slope = (tpr - lastTpr) / (fpr - lastFpr);
      area.add((lastTpr - slope * lastFpr) * Math.log(to / from) + slope * (to - from));
    }
    [lastTpr, lastFpr] = [tpr, fpr];
  }
  return area.value / Math.log(high / low);
}
