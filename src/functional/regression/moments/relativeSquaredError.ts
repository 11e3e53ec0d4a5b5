import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { rawSquares, ratioOfSquares } from '../scaledSquares.ts';
import { squaredOptions, type Multioutput, type OutputScore, type SquaredOptions } from '../outputOptions.ts';

/** Relative squared error of the moments of one output. */
export const relativeSquaredErrorOfMoments: MomentScore<SquaredOptions> = {
  name: 'relativeSquaredError',
  options: squaredOptions,
  score: ({ errors, target, weight }, { squared }, undefinedAs) => {
    const ratio = ratioOfSquares(rawSquares(errors, weight), target);
    if (Number.isNaN(ratio)) return undefinedAs(NaN, 'all targets are equal, and all predictions are exact');
    return squared === false ? Math.sqrt(ratio) : ratio;
  },
};

/**
 * Relative squared error: the squared error relative to that of the mean target, which is 1 − {@link r2Score}.
 *
 * RSE = Σᵢ (yᵢ − ŷᵢ)² / Σᵢ (yᵢ − ȳ)², or its square root with `squared: false`. With several outputs, the score is the
 * mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up; 1 for predictions that are all equal to the mean target, and Infinity for
 * constant targets. NaN if the targets are constant and the predictions exact, or for fewer than two samples. With
 * `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.RelativeSquaredError`.
 *
 * @example
 * ```ts
 * import { relativeSquaredError } from 'tfjs-metrics';
 *
 * relativeSquaredError([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.0513919
 * ```
 */
export function relativeSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: SquaredOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function relativeSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: SquaredOptions<Mode>,
): OutputScore<Mode>;
export function relativeSquaredError(...args: MomentArguments<SquaredOptions>): number | number[] {
  return scoreOfMoments(relativeSquaredErrorOfMoments, args);
}
