import * as tf from '@tensorflow/tfjs-core';
import { expSums } from './expSums.ts';
import { diagonalMean } from './diagonalMask.ts';
import type { EvaluatedBound } from './scoreBound.ts';

/**
 * Mean over joint pairs of f − ln (1/n) Σ eᶠ, with the sum along an axis: how well the joint pair is told from the
 * others of its row (axis 1) or column (axis 0).
 *
 * @param scores - scores f, `[K, K]`.
 * @param axis - axis of the sums.
 * @param among - the scores in the sums, and their number n in each. Default: all, n = K.
 */
export function contrast(
  scores: tf.Tensor2D,
  axis: 0 | 1,
  among?: { readonly scores: tf.Tensor2D; readonly count: number },
): EvaluatedBound {
  const size = scores.shape[0];
  const { level, logSums, shares } = expSums(among?.scores ?? scores, axis);
  // Level first: differences of large scores would lose the digits of what is small.
  const joint = diagonalMean(tf.sub(scores, level));
  return {
    value: tf.add(tf.sub(joint, tf.mean(logSums())), Math.log(among?.count ?? size)),
    gradients: () => [tf.div(tf.sub(tf.eye(size), shares()), size)],
  };
}
