import type { Samples } from '../../../inputs/samples.ts';
import { meanRanks } from '../../../numeric/sorting/meanRanks.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';
import { scoreOfRanks, type RankScore } from './rankScore.ts';

/** Spearman correlation of one output. */
export const spearmanCorrCoefOfRanks: RankScore<OutputOptions> = {
  name: 'spearmanCorrCoef',
  options: outputOptions,
  score: (preds, target) => {
    const [x, y] = [meanRanks(preds), meanRanks(target)];
    const middle = (x.length - 1) / 2;
    let [products, squaresX, squaresY] = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const [a, b] = [x[i]! - middle, y[i]! - middle];
      products += a * b;
      squaresX += a * a;
      squaresY += b * b;
    }
    // Rounding may not exceed 1.
    return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)));
  },
};

/**
 * Spearman rank correlation of predictions and targets: the {@link pearsonCorrCoef} of their ranks.
 *
 * Tied values get their mean rank. With several outputs, the score is the mean of the scores of all outputs, or an array
 * of them, according to `multioutput`. It takes linear time.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from −1 (opposite order) to 1 (same order). NaN if predictions or targets are constant, or for fewer
 * than two samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `scipy.stats.spearmanr`.
 *
 * @example
 * ```ts
 * import { spearmanCorrCoef } from 'tfjs-metrics';
 *
 * spearmanCorrCoef([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 1
 * spearmanCorrCoef([1, 2, 2, 10], [1, 3, 2, 5]); // 0.948683
 * ```
 */
export function spearmanCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: OutputOptions<Mode>,
): OutputScore<Mode> {
  return scoreOfRanks(spearmanCorrCoefOfRanks, preds, target, options);
}
