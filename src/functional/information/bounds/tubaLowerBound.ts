import * as tf from '@tensorflow/tfjs-core';
import { boundedExp, diagonalMean, diagonalMeanGradient, offDiagonalLogMeanExp } from './diagonalMask.ts';
import { scoreBound } from './scoreBound.ts';
import { requireColumn, requireSquare } from './scoreShapes.ts';

/**
 * Lower bound on mutual information by Barber, Agakov and an unnormalised baseline (TUBA).
 *
 * I ≥ 1 + E[f − a] − E'[e^(f − a)], with a(y) the logarithm of a baseline that belongs to the sample y, so to a
 * column. Holds for every baseline and every batch size; no ceiling. With r = p(x, y) / p(x)p(y) and means over
 * joint pairs, the variance at the best critic and its baseline is Var(ln r)/K plus one to two times (E[r] − 1)/(K(K
 * − 1)); E[r] is at least e^I, and e^(2I) for normal samples. Where the last term passes 1.7e38 it stays there, and
 * so does its gradient.
 *
 * A score of −∞ masks its pair: e^−∞ = 0, and its gradient is 0. A masked joint pair makes the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param logBaseline - a(yⱼ), `[K]` or `[K, 1]`.
 * @returns nats, a scalar, differentiable in the scores and the baseline; finite for scores up to 1e29.
 * @throws {@link MetricInputError} when the scores are not square or the baseline is not as long.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 8.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { tubaLowerBound } from 'tfjs-metrics/information';
 *
 * tubaLowerBound(tf.tensor2d([[1, 0], [0, 1]]), tf.zeros([2])).arraySync(); // 1
 * ```
 */
export function tubaLowerBound(scores: tf.Tensor2D, logBaseline: tf.Tensor): tf.Scalar {
  const size = requireSquare('tubaLowerBound', 'scores', scores);
  requireColumn('tubaLowerBound', 'logBaseline', logBaseline, size);
  return tubaBound(scores, logBaseline);
}

/** The bound for a baseline that has been checked. */
export function tubaBound(scores: tf.Tensor2D, logBaseline: tf.Tensor): tf.Scalar {
  const size = scores.shape[0];
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
