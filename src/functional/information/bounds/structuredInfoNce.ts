import type * as tf from '@tensorflow/tfjs-core';
import { contrast } from './contrast.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/**
 * Structured InfoNCE (tractable noise-contrastive) lower bound on mutual information.
 *
 * I ≥ (1/K) Σⱼ [cⱼⱼ − ln (1/K) Σᵢ e^cᵢⱼ], with cᵢⱼ = ln p(yⱼ | xᵢ) from a known conditional distribution:
 * {@link infoNceLowerBound} with the optimal critic instead of a learned one. It is a lower bound for any scores, and
 * never exceeds its ceiling ln K. Its variance is of the order of 1/K and less near the ceiling. For the true
 * conditional distribution, I is between this bound and {@link leaveOneOutUpperBound} on average.
 *
 * A log-probability of −∞ stands for a probability of 0, and its gradient is 0. In a joint pair it makes the value
 * −∞.
 *
 * @param logProbs - ln p(yⱼ | xᵢ), `[K, K]`, joint pairs on the diagonal, K ≥ 1.
 * @returns a scalar in nats, at most ln K, differentiable with respect to the log-probabilities; finite for
 * magnitudes up to 1e29.
 * @throws {@link MetricInputError} if the log-probabilities are not square.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 14.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { structuredInfoNce } from 'tfjs-metrics/information';
 *
 * structuredInfoNce(
 *   tf.log(
 *     tf.tensor2d([
 *       [0.9, 0.1],
 *       [0.1, 0.9],
 *     ]),
 *   ),
 * ).arraySync(); // 0.58779
 * ```
 */
export function structuredInfoNce(logProbs: tf.Tensor2D | TensorData): tf.Scalar {
  requireSquare('structuredInfoNce', 'logProbs', logProbs, 1);
  return scoreBound([logProbs], (c) => contrast(c as tf.Tensor2D, 0));
}
