import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOrRoot } from '../meanOrRoot.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { squaredOptions, type Multioutput, type OutputScore, type SquaredOptions } from '../outputOptions.ts';

/** Mean of the squared errors, or its root. */
export const meanSquaredErrorLoss: OutputLoss<SquaredOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'meanSquaredError',
  options: squaredOptions,
  terms: () => [(pred, target) => (pred - target) ** 2],
  score: meanOrRoot,
});

/**
 * Mean squared error (MSE), or with `squared: false` the root mean squared error (RMSE).
 *
 * MSE = (1/N) Σᵢ (ŷᵢ − yᵢ)². With several outputs, the score is the mean of the scores of all outputs, or an array of
 * them, according to `multioutput`. The root is taken for each output. Errors below 1e-162 count as 0, because their
 * squares underflow; multiply such values by a constant first.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up, in the squared unit of the values, or in their unit with `squared: false`. NaN
 * without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid, or a sum of squares exceeds 1.8e308.
 * @see `sklearn.metrics.mean_squared_error`. `torchmetrics.MeanSquaredError` takes the root of the mean over all
 * outputs.
 *
 * @example
 * ```ts
 * import { meanSquaredError } from 'tfjs-metrics';
 *
 * meanSquaredError([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.375
 * meanSquaredError([2.5, 0, 2, 8], [3, -0.5, 2, 7], { squared: false });
 * // => 0.612372
 * meanSquaredError(
 *   [
 *     [0, 2],
 *     [-1, 2],
 *     [8, -5],
 *   ],
 *   [
 *     [0.5, 1],
 *     [-1, 1],
 *     [7, -6],
 *   ],
 *   { multioutput: 'rawValues' },
 * ); // [0.416667, 1]
 * ```
 */
export function meanSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: SquaredOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(meanSquaredErrorLoss, preds, target, options);
}
