import * as tf from '@tensorflow/tfjs-core';
import { jensenShannonGradient } from './jensenShannonGradient.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import { diagonalMean, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/** Options for {@link smileLowerBound}. */
export interface SmileOptions {
  /** Limit τ: in the second term, scores are clipped to [−τ, τ]. Infinity for no clipping. Default: 5. */
  readonly clip?: number | undefined;
}

/** Reads {@link SmileOptions}. */
export const smileOptions: OptionsReader<SmileOptions> = /* @__PURE__ */ defineOptions('smileLowerBound', () => ({
  clip: optionCheck((value) => typeof value === 'number' && value > 0, 'a number above 0, or Infinity'),
}));

/** About the largest float32; a wider clip has no effect. */
const LARGEST_SCORE = 3e38;

/**
 * Smoothed mutual information estimate (SMILE): {@link dvLowerBound} with clipped scores in its second term.
 *
 * The value is E[f] − ln E'[e^clip(f, −τ, τ)]. E is the mean over the K joint pairs (the diagonal), E' the mean over
 * the other K(K − 1) pairs. The gradient is that of the Jensen–Shannon objective (see {@link jsLowerBound}). Clipping
 * keeps eᶠ between e^−τ and e^τ, so that the variance is that of a mean of K scores plus a term of the order of 1/K
 * that grows with τ. But the value is **neither a lower nor an upper bound**: even for the optimal critic, it is about
 * one nat too high for I = 10, K = 64 and τ = 1. It has no largest possible value, because the first term is not
 * clipped.
 *
 * A score of −∞ has the gradient 0. In the value, a score of −∞ of an independent pair is clipped to −τ like any low
 * score, and that of a joint pair makes the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param options - the limit τ.
 * @returns a scalar in nats, finite for scores up to 1e29; its gradient with respect to the scores is that of the
 * Jensen–Shannon objective.
 * @throws {@link MetricInputError} if the scores are not square or τ is not above 0.
 * @see J. Song and S. Ermon, ICLR 2020, arXiv 1910.06222.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { smileLowerBound } from 'tfjs-metrics/information';
 *
 * smileLowerBound(
 *   tf.tensor2d([
 *     [9, 3],
 *     [3, 9],
 *   ]),
 *   { clip: 1 },
 * ).arraySync(); // 8
 * ```
 */
export function smileLowerBound(scores: tf.Tensor2D | TensorData, options?: SmileOptions): tf.Scalar {
  requireSquare('smileLowerBound', 'scores', scores);
  const { clip = 5 } = smileOptions(options);
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
