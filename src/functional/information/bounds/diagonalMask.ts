import * as tf from '@tensorflow/tfjs-core';
import { expSums, MASKED } from './expSums.ts';

/** Above this the exponential function overflows float32. */
const LARGEST_EXPONENT = 88;

/** Scores with the diagonal masked. */
export function maskDiagonal(scores: tf.Tensor2D): tf.Tensor2D {
  const size = scores.shape[0];
  return tf.where(diagonalMask(size), tf.fill([size, size], MASKED), scores);
}

/** True on the diagonal. */
export function diagonalMask(size: number): tf.Tensor2D {
  return tf.cast(tf.eye(size), 'bool');
}

/** Values of the diagonal, 0 elsewhere; also if values elsewhere are infinite. */
export function diagonalOf(values: tf.Tensor2D): tf.Tensor2D {
  return tf.where(diagonalMask(values.shape[0]), values, tf.zerosLike(values));
}

/** Mean of the diagonal; −∞ if a score of it is. */
export function diagonalMean(scores: tf.Tensor2D): tf.Scalar {
  return tf.div(tf.sum(diagonalOf(scores)), scores.shape[0]);
}

/** Gradient of {@link diagonalMean}. */
export function diagonalMeanGradient(size: number): tf.Tensor2D {
  return tf.div(tf.eye(size), size);
}

/** ln of the mean of eᶠ over the pairs off the diagonal, and its derivatives: shares that sum to 1. */
export function offDiagonalLogMeanExp(scores: tf.Tensor2D): {
  value: tf.Scalar;
  shares: () => tf.Tensor2D;
} {
  const size = scores.shape[0];
  const { level, logSums, shares } = expSums(maskDiagonal(scores));
  const value = tf.sub(tf.add(level, logSums()), Math.log(size * (size - 1)));
  return { value: tf.reshape(value, []), shares };
}

/** eᶠ, which stops at 1.7e38 where float32 would go to infinity: then 0 times it is still 0. */
export function boundedExp<T extends tf.Tensor>(exponent: T): T {
  return tf.exp(tf.minimum(exponent, LARGEST_EXPONENT));
}
