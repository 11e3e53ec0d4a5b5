import * as tf from '@tensorflow/tfjs-core';

/** The backends whose tensors lie in main memory, where arrays are read and written at no cost. */
const HOST_BACKENDS: readonly string[] = ['cpu', 'wasm', 'tensorflow'];

/** Whether the present backend reads tensors without waiting for a device. */
export function isHostBackend(): boolean {
  return HOST_BACKENDS.includes(tf.getBackend());
}
