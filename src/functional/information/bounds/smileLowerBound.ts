import * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import { optionSchema, readOptions, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';
import { jensenShannonGradient } from './jensenShannonGradient.ts';
import { diagonalMean, offDiagonalLogMeanExp } from './diagonalMask.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './scoreShapes.ts';

/** How {@link smileLowerBound} clips. */
export interface SmileOptions {
  /** The largest score, either way, in the partition function; 5 when left out, Infinity for none. */
  readonly clip?: number | undefined;
}

/** The checks of {@link SmileOptions}. */
export function smileChecks(): OptionChecks<SmileOptions> {
  return {
    clip: z.custom((value) => typeof value === 'number' && value > 0, {
      error: 'a number above 0, or Infinity',
    }),
  };
}

/** Scores of float32 are not larger, so a wider clip changes nothing. */
const LARGEST_SCORE = 3e38;

const smileOptions: OptionSchema<SmileOptions> = /* @__PURE__ */ optionSchema<SmileOptions>(smileChecks);

/**
 * Smoothed mutual information estimate: the Donsker–Varadhan value with a clipped partition function.
 *
 * v = E[f] − ln E'[e^clip(f, −τ, τ)], with the gradient of the Jensen–Shannon objective (see {@link jsLowerBound}).
 * The clip keeps eᶠ within e^±τ, so that the variance is that of a mean of K scores and of a second term of the
 * order of 1/K, larger for larger τ; it costs the guarantee: this is **neither a lower nor an upper bound**. Even
 * for the best critic it is about a nat too high at I = 10, K = 64, τ = 1. No ceiling: only the second term is
 * clipped.
 *
 * A score of −∞ masks its pair: e^−∞ = 0, and its gradient is 0. In the value it is
 * clipped to −τ like any low score. A masked joint pair makes the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param options - τ.
 * @returns nats, a scalar, finite for scores up to 1e29; its gradient in the scores is that of the Jensen–Shannon
 * objective.
 * @throws {@link MetricInputError} when the scores are not square or τ is not above 0.
 * @see J. Song and S. Ermon, ICLR 2020, arXiv 1910.06222.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { smileLowerBound } from 'tfjs-metrics/information';
 *
 * smileLowerBound(tf.tensor2d([[9, 3], [3, 9]]), { clip: 1 }).arraySync(); // 8
 * ```
 */
export function smileLowerBound(scores: tf.Tensor2D, options?: SmileOptions): tf.Scalar {
  requireSquare('smileLowerBound', 'scores', scores);
  const { clip = 5 } = readOptions('smileLowerBound', smileOptions, options);
  return scoreBound([scores], (input) => {
    const f = input as tf.Tensor2D;
    const clipped = clip > LARGEST_SCORE ? f : tf.clipByValue(f, -clip, clip);
    const level = tf.max(clipped);
    const { value } = offDiagonalLogMeanExp(tf.sub(clipped, level));
    return {
      value: tf.sub(diagonalMean(tf.sub(f, level)), value),
      gradients: () => [jensenShannonGradient(f)],
    };
  });
}
