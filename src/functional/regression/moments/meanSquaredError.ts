import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { timesPower } from '../../../numeric/kernels/scalingExponent.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { squaredOptions, type Multioutput, type OutputScore, type SquaredOptions } from '../outputOptions.ts';
import { rawSquares, rootMeanSquare } from '../scaledSquares.ts';

/** Mean squared error of the moments of one output, or its root. */
export const meanSquaredErrorOfMoments: MomentScore<SquaredOptions> = {
  name: 'meanSquaredError',
  options: squaredOptions,
  leastSamples: 1,
  score: ({ errors, weight }, { squared }) => {
    const sum = rawSquares(errors, weight);
    if (squared === false) return rootMeanSquare(sum, weight);
    const mean = timesPower(sum.squares / weight, -2 * sum.exponent);
    if (mean < Infinity) return mean;
    throw new MetricInputError(
      'preds, target: expected a mean squared error below 1.8e308, got Infinity; set the option "squared" to false, or divide all values by the same number',
    );
  },
};

/**
 * Mean squared error (MSE), or with `squared: false` the root mean squared error (RMSE).
 *
 * MSE = (1/N) Σᵢ (ŷᵢ − yᵢ)². With several outputs, the score is the mean of the scores of all outputs, or an array of
 * them, according to `multioutput`. The root is taken for each output.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up, in the squared unit of the values, or in their unit with `squared: false`. NaN
 * without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid, a value is above 2.2e307 in magnitude, or the mean
 * squared error exceeds 1.8e308.
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
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function meanSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: SquaredOptions<Mode>,
): OutputScore<Mode>;
export function meanSquaredError(...args: MomentArguments<SquaredOptions>): number | number[] {
  return scoreOfMoments(meanSquaredErrorOfMoments, args);
}
