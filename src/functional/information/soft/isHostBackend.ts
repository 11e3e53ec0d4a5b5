import * as tf from '@tensorflow/tfjs-core';

/** Backends whose tensors are in main memory, where they are read and written cheaply. */
const HOST_BACKENDS: readonly string[] = ['cpu', 'wasm', 'tensorflow'];

/** Returns whether tensors of the current backend are in main memory. */
export function isHostBackend(): boolean {
  return HOST_BACKENDS.includes(tf.getBackend());
}
