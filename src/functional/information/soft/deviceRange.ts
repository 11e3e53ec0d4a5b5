import * as tf from '@tensorflow/tfjs-core';

/** Upper bound of the values of a range. */
const BEYOND = 3e38;

/**
 * Returns the minimum and maximum of the values with positive weight, and their difference, or 1 if that is 0.
 * Results have shape `[1]`, or `[rows, 1]` for values of shape `[rows, n]`.
 */
export function deviceRange<T extends tf.Tensor>(
  values: T,
  weights: T | undefined,
): Record<'low' | 'high' | 'width', tf.Tensor> {
  const axis = values.rank - 1;
  const among = (otherwise: number): tf.Tensor =>
    weights ? tf.where(tf.greater(weights, 0), values, tf.fill(values.shape, otherwise)) : (values as tf.Tensor);
  const low = tf.min(among(BEYOND), axis, true);
  const high = tf.max(among(-BEYOND), axis, true);
  const distance = tf.sub(high, low);
  const width = tf.where(tf.greater(distance, 0), distance, tf.onesLike(distance));
  return { low, high, width };
}
