import * as tf from '@tensorflow/tfjs-core';
import { jensenShannonGradient } from './jensenShannonGradient.ts';
import { boundedExp, diagonalMean, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/**
 * Lower bound on mutual information whose critic is trained with the Jensen–Shannon divergence.
 *
 * The value is the {@link nwjLowerBound} of the scores f + 1, I ≥ 1 + E[f] − E'[eᶠ]. E is the mean over the K joint
 * pairs (the diagonal), E' the mean over the other K(K − 1) pairs. The gradient is not that of the value, but that of J
 * = −E[softplus(−f)] − E'[softplus(f)], which is bounded. J is largest for f = ln(p(x, y) / (p(x)p(y))), where the
 * value is tight. (Published code uses the NWJ bound of f, which is lower by 1/e = 0.368 nats there.)
 *
 * The bound has no largest possible value. The variance of its value is that of NWJ; the variance of its gradient is
 * much lower. The last term of the value is limited to 1.7e38; no derivative exceeds 1/K in magnitude.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @returns a scalar in nats, finite for scores up to 1e29; its gradient with respect to the scores is that of J.
 * @throws {@link MetricInputError} if the scores are not square.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, section 2.3.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { jsLowerBound } from 'tfjs-metrics/information';
 *
 * jsLowerBound(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 * ).arraySync(); // 1
 * ```
 */
export function jsLowerBound(scores: tf.Tensor2D | TensorData): tf.Scalar {
  requireSquare('jsLowerBound', 'scores', scores);
  return scoreBound([scores], (input) => {
    const f = input as tf.Tensor2D;
    const { value } = offDiagonalLogMeanExp(f);
    return {
      value: tf.sub(tf.add(diagonalMean(f), 1), boundedExp(value)),
      gradients: () => [jensenShannonGradient(f)],
    };
  });
}
