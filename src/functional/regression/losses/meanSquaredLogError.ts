import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck, booleanCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { meanOrRoot } from '../meanOrRoot.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Options for {@link meanSquaredLogError}. */
export interface MeanSquaredLogErrorOptions<Mode extends Multioutput = Multioutput> extends OutputOptions<Mode> {
  /** Return the mean; false returns its square root (RMSLE). Default: true. */
  readonly squared?: boolean | undefined;
}

const meanSquaredLogErrorOptions: OptionsReader<MeanSquaredLogErrorOptions> =
  /* @__PURE__ */ defineOptions<MeanSquaredLogErrorOptions>('meanSquaredLogError', () => ({
    ...outputOptions.checks(),
    squared: booleanCheck(),
  }));

const notNegative = (): ReturnType<typeof optionCheck> =>
  optionCheck((value) => (value as number) >= 0, 'a number ≥ 0');

/** Mean of the squared differences of logarithms, or its root. */
export const meanSquaredLogErrorLoss: OutputLoss<MeanSquaredLogErrorOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'meanSquaredLogError',
  options: meanSquaredLogErrorOptions,
  terms: () => [(pred, target) => (Math.log1p(pred) - Math.log1p(target)) ** 2],
  limits: () => ({ preds: notNegative(), target: notNegative() }),
  score: meanOrRoot,
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
  options?: MeanSquaredLogErrorOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(meanSquaredLogErrorLoss, preds, target, options);
}
