import * as tf from '@tensorflow/tfjs-core';

/** K joint samples of both variables, `[K, d]` each. */
export type SamplePairs = readonly [x: tf.Tensor2D, y: tf.Tensor2D];

/** Source of batches for training and evaluation. */
export interface PairSource {
  /** Number of values in a sample of each variable. */
  readonly sizes: readonly [xSize: number, ySize: number];
  /** Returns the next training batch; the caller disposes of its tensors. */
  readonly forTraining: () => Promise<SamplePairs>;
  /** Returns the evaluation batches, which are not used for training. */
  readonly forEvaluation: () => Iterable<Promise<SamplePairs> | SamplePairs>;
  /** Frees the tensors of the source. */
  readonly dispose: () => void;
}

/** Returns the samples at the given rows; the caller disposes of their tensors. */
export function pairsAt([x, y]: SamplePairs, rows: Int32Array): SamplePairs {
  const indices = tf.tensor1d(rows, 'int32');
  const pairs = [tf.gather(x, indices), tf.gather(y, indices)] as const;
  indices.dispose();
  return pairs;
}
