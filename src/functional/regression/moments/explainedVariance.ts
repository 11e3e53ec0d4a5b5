import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { explainedShare } from './explainedShare.ts';
import {
  varianceOutputOptions,
  type VarianceMultioutput,
  type VarianceOutputOptions,
  type OutputScore,
} from '../outputOptions.ts';

/** Explained variance of the moments of one output. */
export const explainedVarianceOfMoments: MomentScore<VarianceOutputOptions> = {
  name: 'explainedVariance',
  options: varianceOutputOptions,
  score: (moments, _, undefinedAs) => explainedShare(moments, moments.errors, undefinedAs),
};

/**
 * Explained variance: {@link r2Score} without the mean error, so a constant offset of the predictions does not matter.
 *
 * 1 − Var(y − ŷ) / Var(y). For constant targets, the score is 1 if all errors are equal, and 0 otherwise (`onUndefined`
 * changes both). With several outputs, the score is the mean of the scores of all outputs, or an array of them,
 * according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number up to 1 (all errors are equal). NaN for fewer than two samples. With `multioutput: 'rawValues'`, an
 * array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.explained_variance_score`.
 *
 * @example
 * ```ts
 * import { explainedVariance } from 'tfjs-metrics';
 *
 * explainedVariance([2.5, 0, 2, 8], [3, -0.5, 2, 7]); // 0.957173
 * explainedVariance([11, 12, 13], [1, 2, 3]); // 1
 * ```
 */
export function explainedVariance<const Mode extends VarianceMultioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: VarianceOutputOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function explainedVariance<const Mode extends VarianceMultioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: VarianceOutputOptions<Mode>,
): OutputScore<Mode>;
export function explainedVariance(...args: MomentArguments<VarianceOutputOptions>): number | number[] {
  return scoreOfMoments(explainedVarianceOfMoments, args);
}
