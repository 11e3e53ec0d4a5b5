import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Pearson correlation of the moments of one output. */
export const pearsonCorrCoefOfMoments: MomentScore<OutputOptions> = {
  name: 'pearsonCorrCoef',
  options: outputOptions,
  score: ({ preds, target, product }, _, undefinedAs) => {
    const spread = rootOfProduct(preds.squares, target.squares);
    if (spread === 0) return undefinedAs(NaN, 'the predictions or targets are constant');
    // Rounding may not exceed 1.
    return Math.max(-1, Math.min(1, product / spread));
  },
};

/** Returns √(ab) without overflow or underflow. One root rounds less than two where the product is exact. */
function rootOfProduct(a: number, b: number): number {
  const product = a * b;
  return product > 1e-290 && product < Infinity ? Math.sqrt(product) : Math.sqrt(a) * Math.sqrt(b);
}

/**
 * Pearson correlation of predictions and targets.
 *
 * ρ = Σᵢ (ŷᵢ − m)(yᵢ − ȳ) / √(Σᵢ (ŷᵢ − m)² Σᵢ (yᵢ − ȳ)²), with m the mean prediction and ȳ the mean target. With
 * several outputs, the score is the mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from −1 (decreasing line) to 1 (increasing line). NaN if predictions or targets are constant, or
 * for fewer than two samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `scipy.stats.pearsonr`.
 *
 * @example
 * ```ts
 * import { pearsonCorrCoef } from 'tfjs-metrics';
 *
 * pearsonCorrCoef([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.98487
 * ```
 */
export function pearsonCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function pearsonCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: OutputOptions<Mode>,
): OutputScore<Mode>;
export function pearsonCorrCoef(...args: MomentArguments<OutputOptions>): number | number[] {
  return scoreOfMoments(pearsonCorrCoefOfMoments, args);
}
