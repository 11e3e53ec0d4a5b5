import type * as tf from '@tensorflow/tfjs-core';
import { contrast } from './contrast.ts';
import { maskDiagonal } from './diagonalMask.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './scoreShapes.ts';

/**
 * Leave-one-out upper bound on mutual information.
 *
 * I ≤ (1/K) Σⱼ [cⱼⱼ − ln (1/(K−1)) Σᵢ≠ⱼ e^cᵢⱼ], with cᵢⱼ = ln p(yⱼ | xᵢ) the true conditional: the marginal of each
 * y is estimated from the other samples. An upper bound for the true conditional, on average over batches; for
 * another it is neither bound. No ceiling: loose when the mutual information is large against ln K, with a variance
 * that grows with it. With {@link structuredInfoNce} it brackets the mutual information.
 *
 * A log-probability of −∞ is a probability of 0: e^−∞ = 0, and its gradient is 0. That of a joint pair makes the
 * value −∞, those of all other pairs of a column make it ∞.
 *
 * @param logProbs - ln p(yⱼ | xᵢ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns nats, a scalar, differentiable in the log-probabilities; finite for those up to 1e29.
 * @throws {@link MetricInputError} when the log-probabilities are not square.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 15.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { leaveOneOutUpperBound } from 'tfjs-metrics/information';
 *
 * leaveOneOutUpperBound(tf.log(tf.tensor2d([[0.9, 0.1], [0.1, 0.9]]))).arraySync(); // 2.19722
 * ```
 */
export function leaveOneOutUpperBound(logProbs: tf.Tensor2D): tf.Scalar {
  const size = requireSquare('leaveOneOutUpperBound', 'logProbs', logProbs);
  return scoreBound([logProbs], (input) => {
    const c = input as tf.Tensor2D;
    return contrast(c, 0, { scores: maskDiagonal(c), count: size - 1 });
  });
}
