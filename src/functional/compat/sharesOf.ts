import * as tf from '@tensorflow/tfjs-core';

/**
 * Returns values divided by `epsilon` plus their sum over the last `dimensions` dimensions, with a custom gradient
 * that works without registered gradients.
 */
export function sharesOf(values: tf.Tensor, dimensions: number, epsilon: number): tf.Tensor {
  const over = Array.from({ length: dimensions }, (_, k) => values.rank - dimensions + k);
  const operation = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    const totalOf = (of: tf.Tensor): tf.Tensor => tf.add(tf.sum(of, over, true), epsilon);
    save([x]);
    return {
      value: tf.div(x, totalOf(x)),
      gradFunc: (upstream: tf.Tensor, [saved]: tf.Tensor[]) => {
        const total = totalOf(saved!);
        const mean = tf.div(tf.sum(tf.mul(upstream, saved!), over, true), total);
        return [tf.div(tf.sub(upstream, mean), total)];
      },
    };
  });
  return operation(values);
}
