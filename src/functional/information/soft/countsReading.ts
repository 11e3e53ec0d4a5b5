import * as tf from '@tensorflow/tfjs-core';
import type { JointReading } from './jointReading.ts';

/** Reads the counts of all cells, in this shape. */
export function countsReading(shape: readonly number[]): JointReading {
  return {
    shape,
    withSquares: false,
    host: {
      value: ({ sums }) => sums.cells,
      slopes: (_, upstream) => ({ sums: { cells: Float64Array.from(upstream) } }),
    },
    device: {
      value: ({ sums }) => tf.reshape(sums.cells, [...shape]),
      slopes: ({ sums }, upstream) => ({
        sums: { cells: tf.reshape(upstream, sums.cells.shape) },
      }),
    },
  };
}
