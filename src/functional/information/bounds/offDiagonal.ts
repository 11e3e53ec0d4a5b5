import * as tf from '@tensorflow/tfjs-core';

/** Far below all scores, and not so far that differences of it overflow float32. */
export const MASKED = -1e30;

/** Above this the exponential function overflows float32. */
const LARGEST_EXPONENT = 88;

/** Scores with the diagonal put out of play. */
export function maskDiagonal(scores: tf.Tensor2D): tf.Tensor2D {
  const size = scores.shape[0];
  return tf.where(diagonalMask(size), tf.fill([size, size], MASKED), scores);
}

/** True on the diagonal. */
export function diagonalMask(size: number): tf.Tensor2D {
  return tf.cast(tf.eye(size), 'bool');
}

/** The mean of the diagonal. */
export function diagonalMean(scores: tf.Tensor2D): tf.Scalar {
  const size = scores.shape[0];
  return tf.div(tf.sum(tf.mul(scores, tf.eye(size))), size);
}

/** The gradient of {@link diagonalMean}. */
export function diagonalMeanGradient(size: number): tf.Tensor2D {
  return tf.div(tf.eye(size), size);
}

/** ln of the mean of eᶠ beside the diagonal, and its derivatives: shares that sum to 1. */
export function offDiagonalLogMeanExp(scores: tf.Tensor2D): {
  value: tf.Scalar;
  shares: tf.Tensor2D;
} {
  const size = scores.shape[0];
  const masked = maskDiagonal(scores);
  const largest = tf.max(masked);
  const terms = tf.exp(tf.sub(masked, largest));
  const sum = tf.sum(terms);
  const value = tf.sub(tf.add(largest, tf.log(sum)), Math.log(size * (size - 1)));
  return { value: value as tf.Scalar, shares: tf.div(terms, sum) };
}

/** eᶠ, which stops at 1.7e38 where float32 would go to infinity: then 0 times it is still 0. */
export function boundedExp<T extends tf.Tensor>(exponent: T): T {
  return tf.exp(tf.minimum(exponent, LARGEST_EXPONENT));
}
