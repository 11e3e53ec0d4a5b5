import * as tf from '@tensorflow/tfjs-core';
import { diagonalMean } from './offDiagonal.ts';

/**
 * ln K + E[f − ln Σ eᶠ] with the sum along an axis, and its derivatives: how well the joint pair is told
 * from the others of its row (axis 1) or column (axis 0).
 */
export function contrast(
  scores: tf.Tensor2D,
  axis: 0 | 1,
): { value: tf.Scalar; gradient: tf.Tensor2D } {
  const size = scores.shape[0];
  const largest = tf.max(scores, axis, true);
  // Level first: differences of large scores would lose the digits of what is small.
  const level = tf.sub(scores, largest) as tf.Tensor2D;
  const terms = tf.exp(level);
  const sums = tf.sum(terms, axis, true);
  return {
    value: tf.add(tf.sub(diagonalMean(level), tf.mean(tf.log(sums))), Math.log(size)),
    gradient: tf.div(tf.sub(tf.eye(size), tf.div(terms, sums)), size),
  };
}
