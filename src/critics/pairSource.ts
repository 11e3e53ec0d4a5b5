import type * as tf from '@tensorflow/tfjs-core';

/** K samples of both variables that belong together: `[K, d]` each. */
export type SamplePairs = readonly [x: tf.Tensor2D, y: tf.Tensor2D];

/** Where batches come from. */
export interface PairSource {
  /** How many values a sample of each variable has. */
  readonly sizes: readonly [xSize: number, ySize: number];
  /** The next batch to train on; its tensors are the caller's. */
  readonly forTraining: () => Promise<SamplePairs>;
  /** The batches to evaluate on, which training has not seen. */
  readonly forEvaluation: () => Iterable<Promise<SamplePairs> | SamplePairs>;
  /** Frees what the source holds. */
  readonly dispose: () => void;
}
