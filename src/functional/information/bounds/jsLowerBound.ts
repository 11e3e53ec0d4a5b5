import * as tf from '@tensorflow/tfjs-core';
import { jensenShannonGradient } from './jensenShannonGradient.ts';
import { boundedExp, diagonalMean, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/**
 * Lower bound on mutual information whose critic is trained with the Jensen–Shannon divergence.
 *
 * The gradient is that of J = −E[softplus(−f)] − E'[softplus(f)], which is bounded and has its optimum at f = ln
 * p(x, y) / p(x)p(y). The value is the {@link nwjLowerBound} of f + 1, I ≥ 1 + E[f] − E'[eᶠ], which is tight at that
 * optimum. (Published code uses the bound of f, which is lower by 1/e = 0.368 nats there.) No ceiling. The value has
 * the variance of NWJ, the gradient a much lower one. The last term of the value is limited to 1.7e38; no derivative
 * exceeds 1/K in magnitude.
 *
 * A score of −∞ masks its pair: e^−∞ = 0, and its gradient is 0. A masked joint pair makes the value −∞.
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
