import * as tf from '@tensorflow/tfjs-core';
import { inputError } from '../../../inputs/metricInputError.ts';
import { levelOf, logAddExp } from './expSums.ts';
import { leaveOneOut } from './leaveOneOut.ts';
import {
  boundedExp,
  diagonalMean,
  offDiagonalMean,
  offDiagonalMeanGradient,
  diagonalMeanGradient,
  diagonalOf,
  offDiagonalLogMeanExp,
} from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound, type EvaluatedBound } from './scoreBound.ts';
import { requireColumn, requireSquare } from './requireSquare.ts';

/**
 * Lower bound on mutual information that interpolates between InfoNCE and TUBA, trading bias for variance.
 *
 * I ≥ 1 + E[f − b] − E'[e^(f − b)], with the baseline b = ln(α m + (1 − α) eᵃ): a mixture of the mean m of eᶠ over the
 * samples x except one, and of a learned baseline eᵃ. E is the mean over the K joint pairs (the diagonal), E' the mean
 * over the other K(K − 1) pairs, and terms are also averaged over the sample that is excluded from m.
 *
 * With α = 1, the bound is InfoNCE over the K − 1 remaining samples (low variance). With α = 0, it is
 * {@link tubaLowerBound} (low bias, no largest possible value, variance of the order of e^(2I)/K² for normal samples).
 * Between them, the variance is low and grows as α decreases. The bound saturates at about ln(K/α) if the baseline is
 * accurate, and never exceeds 1 + ln((K − 1)/α). The bound is robust to poor critics: start with a small α, such as
 * 0.01.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞. A log-baseline of −∞ is a baseline of 0.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param logBaseline - logarithm a(yⱼ) of the learned baseline, `[K]` or `[K, 1]`.
 * @param alpha - weight α of the mean m in the mixture, from 0 to 1.
 * @returns a scalar in nats, differentiable with respect to the scores and the baseline; finite for scores up to
 * 1e29. The last term is limited to 1.7e38.
 * @throws {@link MetricInputError} if a shape or `alpha` is invalid.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922, equation 13.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { interpolatedLowerBound } from 'tfjs-metrics/information';
 *
 * const scores = tf.tensor2d([
 *   [1, 0],
 *   [0, 1],
 * ]);
 * interpolatedLowerBound(scores, tf.zeros([2]), 0.5).arraySync(); // 0.37989
 * interpolatedLowerBound(scores, tf.zeros([2]), 0).arraySync(); // 1
 * ```
 */
export function interpolatedLowerBound(
  scores: tf.Tensor2D | TensorData,
  logBaseline: tf.Tensor | TensorData,
  alpha: number,
): tf.Scalar {
  const size = requireSquare('interpolatedLowerBound', 'scores', scores);
  if (!isAlpha(alpha)) {
    throw inputError('interpolatedLowerBound: alpha', 'a number from 0 to 1', alpha);
  }
  requireColumn('interpolatedLowerBound', 'logBaseline', logBaseline, size);
  return scoreBound([scores, logBaseline], (f, a) => {
    // The bound is invariant to a constant added to a column and its baseline; this reduces rounding errors.
    const level = tf.reshape(levelOf(f!, 0), [size]);
    const leveled = tf.sub(f!, level) as tf.Tensor2D;
    return evaluate(leveled, tf.sub(tf.reshape(a!, [size]), level), alpha);
  });
}

/** Returns whether a value is a number from 0 to 1. */
export function isAlpha(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function evaluate(f: tf.Tensor2D, a: tf.Tensor1D, alpha: number): EvaluatedBound {
  const size = f.shape[0];
  const others = leaveOneOut(f);
  // Row h, column j: the baseline of y_j with x_h held out.
  const { mixture, share, rest } = mixed(others.logMeans, a, alpha);
  const onDiagonal = (values: tf.Tensor2D): tf.Tensor => tf.sum(diagonalOf(values), 0, true);
  const { value, shares } = offDiagonalLogMeanExp(tf.sub(f, onDiagonal(mixture)));
  const mean = boundedExp(value);
  return {
    value: tf.sub(tf.add(tf.sub(diagonalMean(f), offDiagonalMean(mixture)), 1), mean),
    gradients: () => {
      const byMixture = tf.neg(offDiagonalMeanGradient(size));
      // The gradient of a column's last term flows back through the mean in its own baseline, except for the share
      // `rest` of the learned baseline. Only that share is computed: both parts are up to 1/α, so that their
      // difference would lose all precision.
      const lastTerm = tf.mul(tf.mul(shares(), mean), onDiagonal(rest));
      const direct = tf.sub(diagonalMeanGradient(size), lastTerm);
      return [
        tf.add(direct, others.pullBack(tf.mul(byMixture, share))),
        tf.add(tf.sum(lastTerm, 0), tf.sum(tf.mul(byMixture, rest), 0)),
      ];
    },
  };
}

/** Returns ln(α eᵐ + (1 − α) eᵃ) and the shares of its two parts. */
function mixed(
  logMeans: tf.Tensor2D,
  a: tf.Tensor1D,
  alpha: number,
): { mixture: tf.Tensor2D; share: tf.Tensor2D; rest: tf.Tensor2D } {
  const [none, all] = [tf.zerosLike(logMeans), tf.onesLike(logMeans)];
  if (alpha === 1) return { mixture: logMeans, share: all, rest: none };
  if (alpha === 0) return { mixture: tf.add(none, a), share: none, rest: all };
  const first = tf.add(logMeans, Math.log(alpha));
  const second = tf.add(a, Math.log1p(-alpha));
  const difference = tf.sub(first, second) as tf.Tensor2D;
  return {
    mixture: logAddExp(first, second) as tf.Tensor2D,
    share: tf.sigmoid(difference),
    rest: tf.sigmoid(tf.neg(difference)),
  };
}
