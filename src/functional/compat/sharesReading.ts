import * as tf from '@tensorflow/tfjs-core';
import type { JointReading } from '../information/soft/jointReading.ts';

/**
 * Reads the counts of all cells as shares of what they sum to, Cᵢⱼ / (ΣC + epsilon), with `perSample`
 * after a division of all counts by the sum of the weights.
 */
export function sharesReading(shape: readonly number[], epsilon: number, perSample: boolean): JointReading {
  return {
    shape,
    withSquares: false,
    host: {
      value: ({ sums }) => {
        const total = sum(sums.cells) + epsilon * (perSample ? sums.all : 1);
        return sums.cells.map((cell) => cell / total);
      },
      slopes: ({ sums }, upstream) => {
        const total = sum(sums.cells) + epsilon * (perSample ? sums.all : 1);
        let mean = 0;
        sums.cells.forEach((cell, k) => (mean += (upstream[k]! * cell) / total));
        return { sums: { cells: sums.cells.map((_, k) => (upstream[k]! - mean) / total) } };
      },
    },
    device: {
      value: ({ sums }) => {
        const total = tf.add(tf.sum(sums.cells), tf.mul(perSample ? sums.all : 1, epsilon));
        return tf.reshape(tf.div(sums.cells, total), [...shape]);
      },
      slopes: ({ sums }, upstream) => {
        const total = tf.add(tf.sum(sums.cells), tf.mul(perSample ? sums.all : 1, epsilon));
        const by = tf.reshape(upstream, sums.cells.shape);
        const mean = tf.div(tf.sum(tf.mul(by, sums.cells)), total);
        return { sums: { cells: tf.div(tf.sub(by, mean), total) } };
      },
    },
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
