import * as tf from '@tensorflow/tfjs-core';
import { diagonalMean, diagonalMeanGradient, offDiagonalLogMeanExp } from './diagonalMask.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './scoreShapes.ts';

/**
 * Donsker–Varadhan lower bound on mutual information.
 *
 * I ≥ E[f] − ln E'[eᶠ]: the mean of the scores of joint pairs (the diagonal), less the logarithm of the mean of eᶠ
 * over all other pairs. A lower bound in the population; the value of a batch is too high on average, the more so
 * the larger I is against ln K. No ceiling. Its variance is about that of {@link nwjLowerBound} where that is small;
 * beyond, the logarithm tames it. A constant added to all scores changes nothing.
 *
 * A score of −∞ masks its pair: e^−∞ = 0, and its gradient is 0. A masked joint pair makes the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns nats, a scalar, differentiable in the scores; finite for scores up to 1e29.
 * @throws {@link MetricInputError} when the scores are not square.
 * @see M. D. Donsker and S. R. S. Varadhan, Communications on Pure and Applied Mathematics 36 (1983).
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { dvLowerBound } from 'tfjs-metrics/information';
 *
 * dvLowerBound(tf.tensor2d([[1, 0], [0, 1]])).arraySync(); // 1
 * ```
 */
export function dvLowerBound(scores: tf.Tensor2D): tf.Scalar {
  const size = requireSquare('dvLowerBound', 'scores', scores);
  return scoreBound([scores], (input) => {
    // A constant makes no difference but to rounding.
    const f = tf.sub(input!, tf.max(input!)) as tf.Tensor2D;
    const { value, shares } = offDiagonalLogMeanExp(f);
    return {
      value: tf.sub(diagonalMean(f), value),
      gradients: () => [tf.sub(diagonalMeanGradient(size), shares())],
    };
  });
}
