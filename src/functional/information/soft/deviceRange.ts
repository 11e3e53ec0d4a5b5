import * as tf from '@tensorflow/tfjs-core';

/** Greater than all values that a range is taken of. */
const BEYOND = 3e38;

/**
 * Returns the least and the greatest of values whose weight is not 0, and the distance of these, 1 if it is 0: all of
 * them scalars, or one a row for values of the shape `[rows, n]`.
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
