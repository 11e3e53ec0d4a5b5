import * as tf from '@tensorflow/tfjs-core';
import { deviceRange } from '../information/soft/deviceRange.ts';

/**
 * Returns `factor` · (x − min) / (max − min) of each row of values. The gradient includes that through the minimum
 * and maximum, split between ties. Rows of equal values and masked values give 0 without a gradient.
 *
 * @param values - values of any shape.
 * @param rows - number of rows to split the values into. Default: 1.
 * @param mask - 0 for values that do not count. Default: all values count.
 * @param factor - scaled value of the maximum. Default: 1.
 */
export function scaleToRange(values: tf.Tensor, rows = 1, mask?: tf.Tensor, factor = 1): tf.Tensor {
  const inRows = (of: tf.Tensor): tf.Tensor =>
    tf.reshape(tf.cast(of, 'float32'), [rows, rows === 0 ? 0 : values.size / rows]);
  const operation = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    save(mask ? [x, mask] : [x]);
    return {
      value: tf.mul(tf.reshape(scale(inRows(x), mask && inRows(mask)).scaled, x.shape), factor),
      gradFunc: (upstream: tf.Tensor, [saved, weights]: tf.Tensor[]) => {
        const of = inRows(saved!);
        const { scaled, counts, low, high, width } = scale(of, weights && inRows(weights));
        const by = tf.mul(inRows(upstream), counts);
        const ends = (end: tf.Tensor, share: tf.Tensor): tf.Tensor => {
          const isEnd = tf.mul(tf.cast(tf.equal(of, end), 'float32'), counts);
          const pull = tf.sum(tf.mul(by, share), 1, true);
          return tf.divNoNan(tf.mul(isEnd, pull), tf.sum(isEnd, 1, true));
        };
        const pulls = tf.add(ends(low, tf.sub(1, scaled)), ends(high, scaled));
        return [tf.reshape(tf.div(tf.sub(by, pulls), tf.div(width, factor)), saved!.shape)];
      },
    };
  });
  return operation(values);
}

/** Returns the scaled rows. `counts` is 1 for values that count in rows with different values, else 0. */
function scale(
  x: tf.Tensor,
  mask: tf.Tensor | undefined,
): Record<'scaled' | 'counts' | 'low' | 'high' | 'width', tf.Tensor> {
  const { low, high, width } = deviceRange(x, mask);
  const spreads = tf.cast(tf.greater(high, low), 'float32');
  const counts = mask ? tf.mul(tf.cast(tf.greater(mask, 0), 'float32'), spreads) : tf.mul(tf.onesLike(x), spreads);
  // Multiplication by 0 keeps NaN, so that the later check finds it.
  const still = mask ? tf.where(tf.greater(mask, 0), tf.mul(x, 0), tf.zerosLike(x)) : tf.mul(x, 0);
  const scaled = tf.where(tf.greater(counts, 0), tf.div(tf.sub(x, low), width), still);
  return { scaled, counts, low, high, width };
}
