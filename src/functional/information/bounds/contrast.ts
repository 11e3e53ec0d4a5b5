import * as tf from '@tensorflow/tfjs-core';
import { expSums } from './expSums.ts';
import { diagonalMean } from './diagonalMask.ts';
import type { EvaluatedBound } from './scoreBound.ts';

/**
 * Returns the mean over joint pairs of f − ln (1/n) Σ eᶠ, where the sum is over the row (axis 1) or the column (axis
 * 0) of the joint pair.
 *
 * @param scores - scores f, `[K, K]`.
 * @param axis - the axis of the sums.
 * @param among - the scores in the sums and the number n of terms per sum. Default: all scores, n = K.
 */
export function contrast(
  scores: tf.Tensor2D,
  axis: 0 | 1,
  among?: { readonly scores: tf.Tensor2D; readonly count: number },
): EvaluatedBound {
  const size = scores.shape[0];
  const { level, logSums, shares } = expSums(among?.scores ?? scores, axis);
  // Subtract the level first: a difference of large sums would lose precision.
  const joint = diagonalMean(tf.sub(scores, level));
  return {
    value: tf.add(tf.sub(joint, tf.mean(logSums())), Math.log(among?.count ?? size)),
    gradients: () => [tf.div(tf.sub(tf.eye(size), shares()), size)],
  };
}
