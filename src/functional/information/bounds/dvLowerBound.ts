import * as tf from '@tensorflow/tfjs-core';
import { diagonalMean, diagonalMeanGradient, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/**
 * Donsker–Varadhan lower bound on mutual information.
 *
 * I ≥ E[f] − ln E'[eᶠ]: the mean score of joint pairs (the diagonal) minus the logarithm of the mean of eᶠ over all
 * other pairs. It is a lower bound for the whole distribution. On a batch it is too high on average, and increasingly
 * so as I exceeds ln K. It has no largest possible value. Its variance is about that of {@link nwjLowerBound} if that
 * is small, and otherwise lower, because of the logarithm. A constant added to all scores does not change it.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns a scalar in nats, differentiable with respect to the scores; finite for scores up to 1e29.
 * @throws {@link MetricInputError} if the scores are not square.
 * @see M. D. Donsker and S. R. S. Varadhan, Communications on Pure and Applied Mathematics 36 (1983).
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { dvLowerBound } from 'tfjs-metrics/information';
 *
 * dvLowerBound(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 * ).arraySync(); // 1
 * ```
 */
export function dvLowerBound(scores: tf.Tensor2D | TensorData): tf.Scalar {
  const size = requireSquare('dvLowerBound', 'scores', scores);
  return scoreBound([scores], (input) => {
    // The bound is invariant to a constant; subtracting the maximum reduces rounding errors.
    const f = tf.sub(input!, tf.max(input!)) as tf.Tensor2D;
    const { value, shares } = offDiagonalLogMeanExp(f);
    return {
      value: tf.sub(diagonalMean(f), value),
      gradients: () => [tf.sub(diagonalMeanGradient(size), shares())],
    };
  });
}
