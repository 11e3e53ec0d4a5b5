import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Mean of the absolute errors relative to the targets. */
export const meanAbsolutePercentageErrorLoss: OutputLoss<OutputOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'meanAbsolutePercentageError',
  options: outputOptions,
  terms: () => [relativeError],
  canBeInfinite: true,
});

function relativeError(pred: number, target: number): number {
  if (pred === target) return 0;
  const error = Math.abs(pred - target);
  return error < Infinity ? error / Math.abs(target) : relativeError(pred / 2, target / 2);
}

/**
 * Mean absolute percentage error (MAPE): (1/N) Σᵢ |ŷᵢ − yᵢ| / |yᵢ|, as a fraction and not in percent.
 *
 * A target of 0 gives Infinity, unless the prediction is 0 too, which counts as no error. For targets that may be 0,
 * use {@link symmetricMeanAbsolutePercentageError} or {@link weightedMeanAbsolutePercentageError}. With several
 * outputs, the score is the mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up; Infinity if a target is 0 and its prediction is not. NaN without samples. With
 * `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.mean_absolute_percentage_error`, which divides by at least 2.2e-16 and so returns a large
 * finite number for targets of 0.
 *
 * @example
 * ```ts
 * import { meanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * meanAbsolutePercentageError([1.1, 2, 6], [1, 2, 5]); // 0.1
 * ```
 */
export function meanAbsolutePercentageError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(meanAbsolutePercentageErrorLoss, preds, target, options);
}
