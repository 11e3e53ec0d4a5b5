import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Mean of the absolute errors relative to the mean magnitude of prediction and target. */
export const symmetricMeanAbsolutePercentageErrorLoss: OutputLoss<OutputOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'symmetricMeanAbsolutePercentageError',
  options: outputOptions,
  terms: () => [relativeError],
});

function relativeError(pred: number, target: number): number {
  if (pred === target) return 0;
  const size = Math.abs(pred) + Math.abs(target);
  return size < Infinity ? 2 * (Math.abs(pred - target) / size) : relativeError(pred / 2, target / 2);
}

/**
 * Symmetric mean absolute percentage error (SMAPE): (2/N) Σᵢ |ŷᵢ − yᵢ| / (|ŷᵢ| + |yᵢ|), as a fraction and not in
 * percent.
 *
 * A pair of zeros counts as no error. With several outputs, the score is the mean of the scores of all outputs, or an
 * array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) to 2 (opposite signs, or one of each pair is 0). NaN without samples. With
 * `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.SymmetricMeanAbsolutePercentageError`.
 *
 * @example
 * ```ts
 * import { symmetricMeanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * symmetricMeanAbsolutePercentageError([1.1, 2, 6], [1, 2, 5]); // 0.0923521
 * ```
 */
export function symmetricMeanAbsolutePercentageError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(symmetricMeanAbsolutePercentageErrorLoss, preds, target, options);
}
