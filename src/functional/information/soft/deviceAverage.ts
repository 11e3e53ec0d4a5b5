import * as tf from '@tensorflow/tfjs-core';
import type { AverageMethod } from '../discrete/averageOptions.ts';

/** The same as `averageOf` on a device. */
export function deviceAverage(a: tf.Tensor, b: tf.Tensor, method: AverageMethod): tf.Tensor {
  if (method === 'min') return tf.minimum(a, b);
  if (method === 'max') return tf.maximum(a, b);
  if (method === 'geometric') return tf.sqrt(tf.mul(a, b));
  return tf.div(tf.add(a, b), 2);
}

/** The same as `averageSlope` on a device. */
export function deviceAverageSlope(a: tf.Tensor, b: tf.Tensor, method: AverageMethod): tf.Tensor {
  const half = tf.scalar(0.5);
  if (method === 'arithmetic') return half;
  if (method === 'geometric') return tf.mul(tf.sqrt(tf.div(b, tf.maximum(a, 1e-30))), half);
  // 1 where a is the one that is taken, 1/2 where both are, 0 where b is.
  const order = tf.mul(tf.sign(tf.sub(b, a)), half);
  return method === 'min' ? tf.add(half, order) : tf.sub(half, order);
}
