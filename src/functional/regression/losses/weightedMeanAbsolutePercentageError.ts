import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';

/** Sum of the absolute errors relative to the sum of the absolute targets. */
export const weightedMeanAbsolutePercentageErrorLoss: OutputLoss<UndefinedOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'weightedMeanAbsolutePercentageError',
  options: undefinedOptions,
  termCount: 2,
  terms: () => [(pred, target) => Math.abs(pred - target), (_, target) => Math.abs(target)],
  score: ([errors, targets]) => errors! / targets!,
  undefinedReason: 'all predictions and targets are 0',
  isPooled: true,
});

/**
 * Weighted mean absolute percentage error (WMAPE): Σᵢ |ŷᵢ − yᵢ| / Σᵢ |yᵢ|, as a fraction and not in percent.
 *
 * It is the mean absolute percentage error with the absolute targets as weights, so single targets may be 0. The sums
 * include all outputs.
 *
 * @param preds - predictions, `[N]` or `[N, D]`.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up; Infinity if all targets are 0 and a prediction is not. NaN if all values are 0.
 * NaN without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.WeightedMeanAbsolutePercentageError`.
 *
 * @example
 * ```ts
 * import { weightedMeanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * weightedMeanAbsolutePercentageError([1.1, 2, 6, 0.1], [1, 2, 5, 0]); // 0.15
 * ```
 */
export function weightedMeanAbsolutePercentageError(
  preds: Samples,
  target: Samples,
  options?: UndefinedOptions & PairOptions,
): number {
  return lossOfSamples(weightedMeanAbsolutePercentageErrorLoss, preds, target, options);
}
