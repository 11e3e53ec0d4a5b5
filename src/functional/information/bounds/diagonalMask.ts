import * as tf from '@tensorflow/tfjs-core';
import { expSums, MASKED } from './expSums.ts';

/** Largest exponent whose exponential does not overflow float32. */
const LARGEST_EXPONENT = 88;

/** Returns the scores with a masked diagonal. */
export function maskDiagonal(scores: tf.Tensor2D): tf.Tensor2D {
  const size = scores.shape[0];
  return tf.where(diagonalMask(size), tf.fill([size, size], MASKED), scores);
}

/** Returns a mask that is true on the diagonal. */
export function diagonalMask(size: number): tf.Tensor2D {
  return tf.cast(tf.eye(size), 'bool');
}

/** Returns the values on the diagonal, and 0 elsewhere even if those values are infinite. */
export function diagonalOf(values: tf.Tensor2D): tf.Tensor2D {
  return tf.where(diagonalMask(values.shape[0]), values, tf.zerosLike(values));
}

/** Returns the mean of the diagonal; −∞ if a score on it is −∞. */
export function diagonalMean(scores: tf.Tensor2D): tf.Scalar {
  const size = scores.shape[0];
  return tf.mean(tf.stridedSlice(tf.reshape(scores, [size * size]), [0], [size * size], [size + 1]));
}

/** Returns the gradient of {@link diagonalMean}. */
export function diagonalMeanGradient(size: number): tf.Tensor2D {
  return tf.div(tf.eye(size), size);
}

/** Returns the mean of the values outside the diagonal. */
export function offDiagonalMean(values: tf.Tensor2D): tf.Scalar {
  const size = values.shape[0];
  const kept = tf.where(diagonalMask(size), tf.zerosLike(values), values);
  return tf.div(tf.sum(kept), size * (size - 1));
}

/** Returns the gradient of {@link offDiagonalMean}. */
export function offDiagonalMeanGradient(size: number): tf.Tensor2D {
  return tf.div(tf.sub(1, tf.eye(size)), size * (size - 1));
}

/** Returns the logarithm of the mean of eᶠ over off-diagonal pairs, and its gradient: shares that sum to 1. */
export function offDiagonalLogMeanExp(scores: tf.Tensor2D): {
  value: tf.Scalar;
  shares: () => tf.Tensor2D;
} {
  const size = scores.shape[0];
  const { level, logSums, shares } = expSums(maskDiagonal(scores));
  const value = tf.sub(tf.add(level, logSums()), Math.log(size * (size - 1)));
  return { value: tf.reshape(value, []), shares };
}

/** Returns eᶠ, limited to 1.7e38 instead of Infinity, so that a product with 0 is 0. */
export function boundedExp<T extends tf.Tensor>(exponent: T): T {
  return tf.exp(tf.minimum(exponent, LARGEST_EXPONENT));
}
