import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Mean of the absolute errors. */
export const meanAbsoluteErrorLoss: OutputLoss<OutputOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'meanAbsoluteError',
  options: outputOptions,
  terms: () => [(pred, target) => Math.abs(pred - target)],
});

/**
 * Mean absolute error (MAE): (1/N) Σᵢ |ŷᵢ − yᵢ|.
 *
 * With several outputs, the score is the mean of the scores of all outputs, or an array of them, according to
 * `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up, in the unit of the values. NaN without samples. With `multioutput: 'rawValues'`,
 * an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.mean_absolute_error`.
 *
 * @example
 * ```ts
 * import { meanAbsoluteError } from 'tfjs-metrics';
 *
 * meanAbsoluteError([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.5
 * ```
 */
export function meanAbsoluteError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(meanAbsoluteErrorLoss, preds, target, options);
}
