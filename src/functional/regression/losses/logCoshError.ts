import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Mean logarithm of the hyperbolic cosine of the errors. */
export const logCoshErrorLoss: OutputLoss<OutputOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'logCoshError',
  options: outputOptions,
  terms: () => [(pred, target) => logCosh(Math.abs(pred - target))],
});

/** Returns ln cosh x for x ≥ 0, without overflow, and without cancellation for small x. */
function logCosh(x: number): number {
  // sinh²(x/2) = (cosh x − 1)/2.
  return x < 1 ? Math.log1p(2 * Math.sinh(x / 2) ** 2) : x + Math.log1p(Math.exp(-2 * x)) - Math.LN2;
}

/**
 * Log-cosh error: (1/N) Σᵢ ln cosh(ŷᵢ − yᵢ), which is about half the squared error for small errors, and about the
 * absolute error for large ones.
 *
 * With several outputs, the score is the mean of the scores of all outputs, or an array of them, according to
 * `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up. NaN without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.LogCoshError`.
 *
 * @example
 * ```ts
 * import { logCoshError } from 'tfjs-metrics';
 *
 * logCoshError([3, 5, 2.5, 7], [2.5, 5, 4, 8]); // 0.352334
 * ```
 */
export function logCoshError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(logCoshErrorLoss, preds, target, options);
}
