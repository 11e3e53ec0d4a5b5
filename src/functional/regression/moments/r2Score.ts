import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { rawSquares } from '../scaledSquares.ts';
import { explainedShare } from './explainedShare.ts';
import {
  varianceOutputOptions,
  type VarianceMultioutput,
  type VarianceOutputOptions,
  type OutputScore,
} from '../outputOptions.ts';

/** Options for {@link r2Score}. */
export interface R2ScoreOptions<
  Mode extends VarianceMultioutput = VarianceMultioutput,
> extends VarianceOutputOptions<Mode> {
  /**
   * Number k of features of the model, to return the adjusted score 1 − (1 − R²)(N − 1)/(N − 1 − k), with N the number
   * of samples whose weight is above 0. NaN for N ≤ k + 1. Default: 0.
   */
  readonly adjusted?: number | undefined;
}

const r2ScoreOptions: OptionsReader<R2ScoreOptions> = /* @__PURE__ */ defineOptions<R2ScoreOptions>('r2Score', () => ({
  ...varianceOutputOptions.checks(),
  adjusted: countCheck(0, 'features'),
}));

/** R² of the moments of one output. */
export const r2ScoreOfMoments: MomentScore<R2ScoreOptions> = {
  name: 'r2Score',
  options: r2ScoreOptions,
  score: (moments, { adjusted = 0 }, undefinedAs) => {
    const { errors, target, weight, n } = moments;
    const score = explainedShare(moments, rawSquares(errors, weight), undefinedAs);
    if (adjusted === 0 || target.squares === 0) return score;
    if (n - 1 <= adjusted) return undefinedAs(NaN, `it needs more than ${adjusted + 1} samples, and has ${n}`);
    return 1 - (1 - score) * ((n - 1) / (n - 1 - adjusted));
  },
};

/**
 * Coefficient of determination R²: the fraction of the variance of the targets that the predictions explain.
 *
 * R² = 1 − Σᵢ (yᵢ − ŷᵢ)² / Σᵢ (yᵢ − ȳ)². It is 0 for predictions that are all equal to the mean target ȳ. For constant
 * targets, the score is 1 if all predictions are exact, and 0 otherwise (`onUndefined` changes both). With several
 * outputs, the score is the mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number up to 1 (equal); negative if the mean target is a better prediction. NaN for fewer than two
 * samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.r2_score`.
 *
 * @example
 * ```ts
 * import { r2Score } from 'tfjs-metrics';
 *
 * r2Score([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.948608
 * r2Score([2.5, 0, 2, 8], [3, -0.5, 2, 7], { adjusted: 1 }); // 0.922912
 * r2Score(
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
 *   { multioutput: 'varianceWeighted' },
 * ); // 0.938257
 * ```
 */
export function r2Score<const Mode extends VarianceMultioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: R2ScoreOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function r2Score<const Mode extends VarianceMultioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: R2ScoreOptions<Mode>,
): OutputScore<Mode>;
export function r2Score(...args: MomentArguments<R2ScoreOptions>): number | number[] {
  return scoreOfMoments(r2ScoreOfMoments, args);
}
