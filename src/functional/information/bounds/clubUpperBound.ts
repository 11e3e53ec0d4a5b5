import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { diagonalMean, diagonalMeanGradient, offDiagonalMean, offDiagonalMeanGradient } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/** Options for {@link clubUpperBound}. */
export interface ClubOptions {
  /**
   * Whether the mean over independent pairs also includes the joint pairs, as in the paper. This multiplies the value
   * by (K − 1)/K. Default: true.
   */
  readonly includeDiagonal?: boolean | undefined;
}

const clubOptions = /* @__PURE__ */ defineOptions<ClubOptions>('clubUpperBound', () => ({
  includeDiagonal: booleanCheck(),
}));

/**
 * Contrastive log-ratio upper bound on mutual information (CLUB).
 *
 * I ≤ E[c] − E'[c], with cᵢⱼ = ln p(yⱼ | xᵢ). E is the mean over the K joint pairs (the diagonal), E' the mean over all
 * K² pairs, or with `includeDiagonal: false` over the other K(K − 1) pairs. If p is the true conditional distribution,
 * the expectation with `includeDiagonal: false` is I plus the divergence KL(p(x)p(y) ‖ p(x, y)), so it is an upper
 * bound on average. The default is (K − 1)/K times this value: in small batches, it can be below I by up to I/K on
 * average. If p is learned (vCLUB), **neither is guaranteed to be a bound**.
 *
 * The bound is very loose: for d pairs of normal variables with correlation ρ, I is −(d/2) ln(1 − ρ²), and the bound is
 * dρ²/(1 − ρ²). It has no largest possible value. Its variance is that of a mean of log-probabilities, of the order of
 * 1/K, and grows with I. Its gradient does not depend on the scores.
 *
 * A log-probability of −∞ stands for a probability of 0, and its gradient is 0. In a joint pair it makes the value −∞,
 * in another pair ∞, and in pairs of both kinds NaN.
 *
 * @param logProbs - ln p(yⱼ | xᵢ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param options - option that selects the independent pairs.
 * @returns a scalar in nats, differentiable with respect to the log-probabilities; finite for magnitudes up to 1e29.
 * @throws {@link MetricInputError} if the log-probabilities are not square or an option is invalid.
 * @see P. Cheng et al., ICML 2020, arXiv 2006.12013.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { clubUpperBound } from 'tfjs-metrics/information';
 *
 * const logProbs = tf.log(
 *   tf.tensor2d([
 *     [0.9, 0.1],
 *     [0.1, 0.9],
 *   ]),
 * );
 * clubUpperBound(logProbs).arraySync(); // 1.09861
 * clubUpperBound(logProbs, { includeDiagonal: false }).arraySync(); // 2.19722
 * ```
 */
export function clubUpperBound(logProbs: tf.Tensor2D | TensorData, options?: ClubOptions): tf.Scalar {
  const size = requireSquare('clubUpperBound', 'logProbs', logProbs);
  const { includeDiagonal = true } = clubOptions(options);
  return scoreBound([logProbs], (input) => {
    const c = input as tf.Tensor2D;
    // The mean over all pairs contains the joint pairs with weight 1/K, so that both variants are multiples of the same
    // difference. With infinite log-probabilities, the difference from the mean over all pairs would be NaN.
    const factor = includeDiagonal ? (size - 1) / size : 1;
    return {
      value: tf.mul(tf.sub(diagonalMean(c), offDiagonalMean(c)), factor),
      gradients: () => [tf.mul(tf.sub(diagonalMeanGradient(size), offDiagonalMeanGradient(size)), factor)],
    };
  });
}
