import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { squaredOptions, type Multioutput, type OutputScore, type SquaredOptions } from '../outputOptions.ts';

const notNegative = (): ReturnType<typeof optionCheck> =>
  optionCheck((value) => (value as number) >= 0, 'a number ≥ 0');

/** Mean of the squared differences of logarithms, or its root. */
export const meanSquaredLogErrorLoss: OutputLoss<SquaredOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'meanSquaredLogError',
  options: squaredOptions,
  terms: () => [(pred, target) => (Math.log1p(pred) - Math.log1p(target)) ** 2],
  limits: () => ({ preds: notNegative(), target: notNegative() }),
  score: ([sum], weight, { squared }) => (squared === false ? Math.sqrt(sum! / weight) : sum! / weight),
});

/**
 * Mean squared logarithmic error (MSLE), or with `squared: false` its root (RMSLE), for targets that grow
 * exponentially.
 *
 * MSLE = (1/N) Σᵢ (ln(1 + ŷᵢ) − ln(1 + yᵢ))². With several outputs, the score is the mean of the scores of all outputs,
 * or an array of them, according to `multioutput`.
 *
 * @param preds - predictions ≥ 0, `[N]` or `[N, D]` for D outputs.
 * @param target - true values ≥ 0, of the same shape.
 * @returns a number from 0 (equal) up. NaN without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if a value is negative, or an input or option is invalid.
 * @see `sklearn.metrics.mean_squared_log_error`.
 *
 * @example
 * ```ts
 * import { meanSquaredLogError } from 'tfjs-metrics';
 *
 * meanSquaredLogError([2.5, 5, 4, 8], [3, 5, 2.5, 7]); // 0.0397301
 * ```
 */
export function meanSquaredLogError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: SquaredOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(meanSquaredLogErrorLoss, preds, target, options);
}
