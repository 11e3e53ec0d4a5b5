import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { OutputMoments } from '../../../state/moments/outputMoments.ts';
import { scoreOfMoments, type MomentArguments, type MomentScore } from '../momentScore.ts';
import { rawSquares, ratioOfSquares, rootMeanSquare } from '../scaledSquares.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Options for {@link normalizedRootMeanSquaredError}. */
export interface NormalizedRootMeanSquaredErrorOptions<
  Mode extends Multioutput = Multioutput,
> extends OutputOptions<Mode> {
  /**
   * Number that the error is divided by: the absolute mean of the targets, their range (`'range'`), their standard deviation
   * with divisor N (`'std'`), or their root of the sum of squares (`'l2'`). Default: `'mean'`.
   */
  readonly normalization?: 'mean' | 'range' | 'std' | 'l2' | undefined;
}

const normalizedRootMeanSquaredErrorOptions: OptionsReader<NormalizedRootMeanSquaredErrorOptions> =
  /* @__PURE__ */ defineOptions<NormalizedRootMeanSquaredErrorOptions>('normalizedRootMeanSquaredError', () => ({
    ...outputOptions.checks(),
    normalization: oneOfCheck(['mean', 'range', 'std', 'l2']),
  }));

/** Normalized root mean squared error of the moments of one output. */
export const normalizedRootMeanSquaredErrorOfMoments: MomentScore<NormalizedRootMeanSquaredErrorOptions> = {
  name: 'normalizedRootMeanSquaredError',
  options: normalizedRootMeanSquaredErrorOptions,
  leastSamples: 1,
  score: ({ errors, target, weight, low, high }, { normalization = 'mean' }, undefinedAs) => {
    const squares = rawSquares(errors, weight);
    const orUndefined = (ratio: number): number =>
      Number.isNaN(ratio) ? undefinedAs(NaN, `the ${NAMES[normalization]} of the targets is 0`) : ratio;
    if (normalization === 'std') return orUndefined(Math.sqrt(ratioOfSquares(squares, target)));
    if (normalization === 'l2') {
      return orUndefined(Math.sqrt(ratioOfSquares(squares, rawSquares(target, weight)) / weight));
    }
    const divisor = normalization === 'mean' ? Math.abs(target.origin + target.mean) : high - low;
    return orUndefined(rootMeanSquare(squares, weight) / divisor);
  },
};

const NAMES = { mean: 'mean', range: 'range', std: 'standard deviation', l2: 'norm' } as const;

/**
 * Normalized root mean squared error (NRMSE), or scatter index: the root mean squared error relative to the size of the
 * targets.
 *
 * √((1/N) Σᵢ (ŷᵢ − yᵢ)²) / c, with c the absolute mean target, or another number according to `normalization`. With several
 * outputs, the score is the mean of the scores of all outputs, or an array of them, according to `multioutput`.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up; Infinity if only the divisor is 0. NaN for 0/0, or without samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.NormalizedRootMeanSquaredError`, which divides by the mean itself, also if it is negative.
 *
 * @example
 * ```ts
 * import { normalizedRootMeanSquaredError } from 'tfjs-metrics';
 *
 * normalizedRootMeanSquaredError([0, 1, 2, 3], [0, 1, 2, 2]); // 0.4
 * normalizedRootMeanSquaredError([0, 1, 2, 3], [0, 1, 2, 2], {
 *   normalization: 'range',
 * }); // 0.25
 * ```
 */
export function normalizedRootMeanSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: NormalizedRootMeanSquaredErrorOptions<Mode> & PairOptions,
): OutputScore<Mode>;
/** Computes the score from the moments of predictions and targets. */
export function normalizedRootMeanSquaredError<const Mode extends Multioutput = 'uniformAverage'>(
  moments: OutputMoments,
  options?: NormalizedRootMeanSquaredErrorOptions<Mode>,
): OutputScore<Mode>;
export function normalizedRootMeanSquaredError(
  ...args: MomentArguments<NormalizedRootMeanSquaredErrorOptions>
): number | number[] {
  return scoreOfMoments(normalizedRootMeanSquaredErrorOfMoments, args);
}
