import * as tf from '@tensorflow/tfjs-core';

/**
 * (x − min) / (max − min) of all values, with the gradient also through the least and the greatest
 * (shared between those that are equal); 0 without a gradient where all values are equal.
 */
export function scaleToRange(values: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    save([x]);
    return {
      value: scale(x).scaled,
      gradFunc: (upstream: tf.Tensor, [saved]: tf.Tensor[]) => {
        const { scaled, perUnit, low, high } = scale(saved!);
        const isLow = tf.cast(tf.equal(saved!, low), 'float32');
        const isHigh = tf.cast(tf.equal(saved!, high), 'float32');
        const byLow = tf.div(tf.sum(tf.mul(upstream, tf.sub(1, scaled))), tf.sum(isLow));
        const byHigh = tf.div(tf.sum(tf.mul(upstream, scaled)), tf.sum(isHigh));
        const pulls = tf.add(tf.mul(isLow, byLow), tf.mul(isHigh, byHigh));
        return [tf.mul(tf.sub(upstream, pulls), perUnit)];
      },
    };
  });
  return operation(values);
}

function scale(x: tf.Tensor): Record<'scaled' | 'perUnit' | 'low' | 'high', tf.Tensor> {
  const low = tf.min(x);
  const high = tf.max(x);
  const width = tf.sub(high, low);
  const perUnit = tf.div(tf.cast(tf.greater(width, 0), 'float32'), tf.maximum(width, 1e-30));
  return { scaled: tf.mul(tf.sub(x, low), perUnit), perUnit, low, high };
}
