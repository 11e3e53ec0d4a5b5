import type * as tf from '@tensorflow/tfjs-core';
import { contrast } from './contrast.ts';
import { maskDiagonal } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/**
 * Leave-one-out upper bound on mutual information.
 *
 * I ≤ (1/K) Σⱼ [cⱼⱼ − ln (1/(K−1)) Σᵢ≠ⱼ e^cᵢⱼ], with cᵢⱼ = ln p(yⱼ | xᵢ): the marginal probability of each yⱼ is
 * estimated from the other samples x. If p is the true conditional distribution, the value is an upper bound on average
 * over batches; otherwise it is neither an upper nor a lower bound. It has no largest possible value. It is loose if
 * the mutual information is much larger than ln K, and its variance grows with the mutual information. For the true
 * conditional distribution, I is between {@link structuredInfoNce} and this bound on average.
 *
 * A log-probability of −∞ stands for a probability of 0, and its gradient is 0. In a joint pair it makes the value
 * −∞; in all other pairs of a column it makes the value ∞.
 *
 * @param logProbs - ln p(yⱼ | xᵢ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns a scalar in nats, differentiable with respect to the log-probabilities; finite for magnitudes up to 1e29.
 * @throws {@link MetricInputError} if the log-probabilities are not square.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 15.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { leaveOneOutUpperBound } from 'tfjs-metrics/information';
 *
 * leaveOneOutUpperBound(
 *   tf.log(
 *     tf.tensor2d([
 *       [0.9, 0.1],
 *       [0.1, 0.9],
 *     ]),
 *   ),
 * ).arraySync(); // 2.19722
 * ```
 */
export function leaveOneOutUpperBound(logProbs: tf.Tensor2D | TensorData): tf.Scalar {
  const size = requireSquare('leaveOneOutUpperBound', 'logProbs', logProbs);
  return scoreBound([logProbs], (input) => {
    const c = input as tf.Tensor2D;
    return contrast(c, 0, { scores: maskDiagonal(c), count: size - 1 });
  });
}
