import * as tf from '@tensorflow/tfjs-core';
import { isNumericTensor } from '../soft/isNumericTensor.ts';
import { logAddExp } from './expSums.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../../inputs/options/optionCheck.ts';
import { diagonalMean, diagonalMeanGradient, offDiagonalLogMeanExp } from './diagonalMask.ts';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { scoreBound } from './scoreBound.ts';
import { requireSquare } from './requireSquare.ts';

/** Options for {@link mineLowerBound}. */
export interface MineOptions {
  /** Logarithm of the running mean of eᶠ, as returned by the last call. Default: that of the mean of this batch. */
  readonly logMeanExp?: tf.Scalar | number | undefined;
  /** Weight of this batch in the running mean, above 0 and at most 1. Default: 0.01. */
  readonly rate?: number | undefined;
}

const mineOptions = /* @__PURE__ */ defineOptions<MineOptions>('mineLowerBound', () => ({
  logMeanExp: optionCheck(isScalar, 'a finite number or a scalar'),
  rate: optionCheck((value) => typeof value === 'number' && value > 0 && value <= 1, 'a number above 0, at most 1'),
}));

function isScalar(value: unknown): boolean {
  return Number.isFinite(value) || (isNumericTensor(value) && value.rank === 0);
}

/** Result of {@link mineLowerBound}. */
export interface MineBound {
  /** Value of {@link dvLowerBound}, with a gradient that is corrected for bias. */
  readonly bound: tf.Scalar;
  /** Logarithm of the running mean of eᶠ, for the next call. The caller disposes of it. */
  readonly logMeanExp: tf.Scalar;
}

/**
 * Donsker–Varadhan bound with the gradient of MINE, whose bias is corrected by a running mean.
 *
 * The value is that of {@link dvLowerBound}, E[f] − ln E'[eᶠ]. E is the mean over the K joint pairs (the diagonal), E'
 * the mean over the other K(K − 1) pairs. The gradient of the logarithm divides by E'[eᶠ] of one batch, which makes it
 * biased. Here it divides by a running mean M instead, M ← (1 − rate) M + rate · E'[eᶠ], which is stored as its
 * logarithm to avoid overflow. M includes the current batch, so that the gradient of independent pairs is at most
 * 1/rate times that of {@link dvLowerBound}.
 *
 * The value is a lower bound for the whole distribution, and too high on average on a batch. It has the variance of
 * {@link dvLowerBound}, and no largest possible value.
 *
 * A score of −∞ masks its pair: the pair adds e^−∞ = 0, and the gradient of the score is 0. A masked joint pair makes
 * the value −∞.
 *
 * @param scores - critic scores f(xᵢ, yⱼ), `[K, K]`, joint pairs on the diagonal, K ≥ 2.
 * @param options - the running mean and its rate.
 * @returns the bound in nats, differentiable with respect to the scores, and the new running mean. Both and the
 * gradient are finite for scores up to 1e29.
 * @throws {@link MetricInputError} if the scores are not square or an option is invalid.
 * @see M. I. Belghazi et al., ICML 2018, arXiv 1801.04062, section 3.2.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { mineLowerBound } from 'tfjs-metrics/information';
 *
 * const { bound, logMeanExp } = mineLowerBound(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 * );
 * bound.arraySync(); // 1
 * const next = mineLowerBound(
 *   tf.tensor2d([
 *     [2, 1],
 *     [1, 2],
 *   ]),
 *   { logMeanExp },
 * );
 * next.logMeanExp.arraySync(); // 0.01704
 * ```
 */
export function mineLowerBound(scores: tf.Tensor2D | TensorData, options?: MineOptions): MineBound {
  const size = requireSquare('mineLowerBound', 'scores', scores);
  const { logMeanExp: before, rate = 0.01 } = mineOptions(options);
  // A separate operation, because the running mean has no gradient.
  const logMeanExp = scoreBound([scores], (f) => {
    const { value } = offDiagonalLogMeanExp(f as tf.Tensor2D);
    return {
      value: rate === 1 ? value : runningMean(before ?? value, value, rate),
      gradients: () => [tf.zerosLike(f!)],
    };
  });
  const bound = scoreBound([scores, logMeanExp], (f, running) => {
    const { value, shares } = offDiagonalLogMeanExp(f as tf.Tensor2D);
    // eᶠ over the running mean: the shares of the batch, times the ratio of its mean to the running mean.
    const ratio = tf.exp(tf.minimum(tf.sub(value, running!), -Math.log(rate)));
    return {
      value: tf.sub(diagonalMean(f as tf.Tensor2D), value),
      gradients: () => [tf.sub(diagonalMeanGradient(size), tf.mul(shares(), ratio)), tf.zerosLike(running!)],
    };
  });
  return { bound, logMeanExp };
}

/** Returns ln((1 − rate) e^before + rate e^now). */
function runningMean(before: tf.Scalar | number, now: tf.Scalar, rate: number): tf.Scalar {
  const kept = tf.add(before, Math.log1p(-rate));
  const added = tf.add(now, Math.log(rate));
  return logAddExp(kept, added) as tf.Scalar;
}
