import * as tf from '@tensorflow/tfjs-core';
import { boundedExp, diagonalMean, diagonalMeanGradient, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireColumn, requireSquare } from './requireSquare.ts';

/**
 * Unnormalized Barber–Agakov lower bound on mutual information (TUBA).
 *
 * I ≥ 1 + E[f − a] − E'[e^(f − a)], where a(y) is the logarithm of a baseline for each sample y (column). E is the mean
 * over the K joint pairs (the diagonal), E' the mean over the other K(K − 1) pairs. The bound holds on average for
 * every baseline and every batch size. It has no largest possible value. With r = p(x, y) / (p(x)p(y)), the variance
 * for the optimal critic and baseline is Var(ln r)/K + c (E[r] − 1)/(K(K − 1)), with c between 1 and 2. E[r] is at
 * least e^I, and is e^(2I) for normal samples. The last term and its gradient are limited to 1.7e38.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param logBaseline - logarithm a(yⱼ) of the baseline, `[K]` or `[K, 1]`.
 * @returns a scalar in nats, differentiable with respect to the scores and the baseline; finite for scores up to
 * 1e29.
 * @throws {@link MetricInputError} if the scores are not square or the baseline has another length.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 8.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { tubaLowerBound } from 'tfjs-metrics/information';
 *
 * tubaLowerBound(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 *   tf.zeros([2]),
 * ).arraySync(); // 1
 * ```
 */
export function tubaLowerBound(scores: tf.Tensor2D | TensorData, logBaseline: tf.Tensor | TensorData): tf.Scalar {
  const size = requireSquare('tubaLowerBound', 'scores', scores);
  requireColumn('tubaLowerBound', 'logBaseline', logBaseline, size);
  return tubaBound(scores, logBaseline, size);
}

/** Returns the bound, without checks of its inputs. */
export function tubaBound(
  scores: tf.Tensor2D | TensorData,
  logBaseline: tf.Tensor | TensorData,
  size: number,
): tf.Scalar {
  return scoreBound([scores, logBaseline], (f, a) => {
    const raised = tf.sub(f!, tf.reshape(a!, [size])) as tf.Tensor2D;
    const { value, shares } = offDiagonalLogMeanExp(raised);
    const mean = boundedExp(value);
    return {
      value: tf.sub(tf.add(diagonalMean(raised), 1), mean),
      gradients: () => {
        const gradient = tf.sub(diagonalMeanGradient(size), tf.mul(shares(), mean));
        return [gradient, tf.neg(tf.sum(gradient, 0))];
      },
    };
  });
}
