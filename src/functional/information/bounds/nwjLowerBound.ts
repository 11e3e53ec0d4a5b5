import * as tf from '@tensorflow/tfjs-core';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { requireSquare } from './requireSquare.ts';
import { tubaBound } from './tubaLowerBound.ts';

/**
 * Nguyen–Wainwright–Jordan lower bound on mutual information, also called f-GAN KL or MINE-f.
 *
 * I ≥ E[f] − E'[eᶠ] / e, which is {@link tubaLowerBound} with the baseline e. E is the mean over the K joint pairs (the
 * diagonal), E' the mean over the other K(K − 1) pairs. The bound is tight for f = 1 + ln(p(x, y) / (p(x)p(y))), and
 * holds on average for every batch size. It has no largest possible value. With r = p(x, y) / (p(x)p(y)), the variance
 * for the optimal critic is Var(ln r)/K + c (E[r] − 1)/(K(K − 1)), with c between 1 and 2. E[r] is at least e^I, and is
 * e^(2I) for normal samples. The last term and its gradient are limited to 1.7e38.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns a scalar in nats, differentiable with respect to the scores; finite for scores up to 1e29.
 * @throws {@link MetricInputError} if the scores are not square.
 * @see X. Nguyen, M. J. Wainwright and M. I. Jordan, IEEE Transactions on Information Theory 56 (2010).
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { nwjLowerBound } from 'tfjs-metrics/information';
 *
 * nwjLowerBound(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 * ).arraySync(); // 0.63212
 * ```
 */
export function nwjLowerBound(scores: tf.Tensor2D | TensorData): tf.Scalar {
  const size = requireSquare('nwjLowerBound', 'scores', scores);
  return tf.tidy(() => tubaBound(scores, tf.ones([size]), size));
}
