import * as tf from '@tensorflow/tfjs-core';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireVector } from './requireSquare.ts';

/**
 * Variational upper bound on mutual information, as in the variational information bottleneck.
 *
 * I ≤ E[ln p(y | x) − ln m(y)], for the true conditional distribution p and any marginal distribution m, with E the
 * expectation, which is estimated by the mean over K joint pairs. In the information bottleneck it is called the rate. The bound is tight if m is the true
 * marginal distribution. It has no largest possible value. Its variance is that of a mean of K log-ratios.
 *
 * A log-probability of −∞ in one of the inputs makes the value infinite, in both NaN; the gradient of this log-probability
 * is 0.
 *
 * @param logConditional - ln p(yᵢ | xᵢ) of joint pairs, `[K]`.
 * @param logMarginal - ln m(yᵢ), `[K]`.
 * @returns a scalar in nats, differentiable with respect to both; finite for log-probabilities of magnitude up to
 * 1e29.
 * @throws {@link MetricInputError} if the inputs are not 1-D tensors of the same length.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 1.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { variationalUpperBound } from 'tfjs-metrics/information';
 *
 * const conditional = tf.log(tf.tensor1d([0.9, 0.9]));
 * variationalUpperBound(conditional, tf.log(tf.tensor1d([0.5, 0.5]))).arraySync();
 * // => 0.58779
 * ```
 */
export function variationalUpperBound(
  logConditional: tf.Tensor1D | TensorData,
  logMarginal: tf.Tensor1D | TensorData,
): tf.Scalar {
  const size = requireVector('variationalUpperBound', 'logConditional', logConditional);
  requireVector('variationalUpperBound', 'logMarginal', logMarginal, size);
  return scoreBound([logConditional, logMarginal], (c, m) => ({
    value: tf.mean(tf.sub(c!, m!)),
    gradients: () => [tf.fill([size], 1 / size), tf.fill([size], -1 / size)],
  }));
}
