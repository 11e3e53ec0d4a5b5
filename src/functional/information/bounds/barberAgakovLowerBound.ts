import * as tf from '@tensorflow/tfjs-core';
import { inputError } from '../../../inputs/metricInputError.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireVector } from './requireSquare.ts';

/**
 * Barber–Agakov lower bound on mutual information.
 *
 * I ≥ E[ln q(x | y)] + H(X), for any decoder q, with E the mean over K joint pairs. The bound is tight if q is the true
 * conditional distribution. Its ceiling (largest possible value) is H(X) for discrete x; there is no ceiling for
 * continuous x. Its variance is that of a mean of K log-probabilities.
 *
 * A log-probability of −∞ makes the value −∞; the gradient of this log-probability is 0.
 *
 * @param logProbs - ln q(xᵢ | yᵢ) of joint pairs, `[K]`.
 * @param entropy - H(X) in nats, a known constant.
 * @returns a scalar in nats, differentiable with respect to the log-probabilities; finite for magnitudes up to 1e29.
 * @throws {@link MetricInputError} if the log-probabilities are not a 1-D tensor or the entropy is not finite.
 * @see D. Barber and F. Agakov, NIPS 2003.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { barberAgakovLowerBound } from 'tfjs-metrics/information';
 *
 * barberAgakovLowerBound(tf.log(tf.tensor1d([0.9, 0.9])), Math.LN2).arraySync();
 * // => 0.58779
 * ```
 */
export function barberAgakovLowerBound(logProbs: tf.Tensor1D | TensorData, entropy: number): tf.Scalar {
  const size = requireVector('barberAgakovLowerBound', 'logProbs', logProbs);
  if (!Number.isFinite(entropy)) {
    throw inputError('barberAgakovLowerBound: entropy', 'a finite number', entropy);
  }
  return scoreBound([logProbs], (c) => ({
    value: tf.add(tf.mean(c!), entropy),
    gradients: () => [tf.fill([size], 1 / size)],
  }));
}
