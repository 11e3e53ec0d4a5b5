import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { commonExponent } from '../../../state/moments/pairMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { timesPower } from '../../../numeric/kernels/scalingExponent.ts';
import { rawSquares } from '../scaledSquares.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Concordance correlation of the moments of one output. */
export const concordanceCorrCoefOfMoments: MomentScore<OutputOptions> = {
  name: 'concordanceCorrCoef',
  options: outputOptions,
  score: ({ preds, target, errors, product, weight }, _, undefinedAs) => {
    const exponent = commonExponent(preds, target);
    const { squares } = rawSquares({ ...errors, squares: 0, exponent }, weight);
    const spread =
      timesPower(preds.squares, 2 * (exponent - preds.exponent)) +
      timesPower(target.squares, 2 * (exponent - target.exponent));
    if (spread + squares === 0) return undefinedAs(NaN, 'all predictions and targets are equal');
    const common = timesPower(product, 2 * exponent - preds.exponent - target.exponent);
    // Rounding may not exceed 1.
    return Math.max(-1, Math.min(1, (2 * common) / (spread + squares)));
  },
};

/**
 * Concordance correlation coefficient of L. I.-K. Lin: agreement of predictions and targets with the line ŷ = y.
 *
 * ρ_c = 2 σ_ŷy / (σ_ŷ² + σ_y² + (m − ȳ)²), with variances and covariance of divisor N, and with the means m and ȳ.
 * Unlike {@link pearsonCorrCoef}, it is lower if the predictions have another scale or mean than the targets. With
 * several outputs, the score is the mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from −1 to 1 (equal). NaN if all predictions and targets are equal to one number, or for fewer than
 * two samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see L. I.-K. Lin, Biometrics 45 (1989) 255–268. `torchmetrics.ConcordanceCorrCoef` computes the variances with
 * divisor N − 1.
 *
 * @example
 * ```ts
 * import { concordanceCorrCoef } from 'tfjs-metrics';
 *
 * concordanceCorrCoef([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.976789
 * ```
 */
export function concordanceCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function concordanceCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: OutputOptions<Mode>,
): OutputScore<Mode>;
export function concordanceCorrCoef(...args: MomentArguments<OutputOptions>): number | number[] {
  return scoreOfMoments(concordanceCorrCoefOfMoments, args);
}
