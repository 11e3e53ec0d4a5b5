import * as tf from '@tensorflow/tfjs-core';

/** What something gives on the backend in main memory whose kernels are plain code. */
export async function onHost<Result>(run: () => Promise<Result>): Promise<Result> {
  const backend = tf.getBackend();
  await tf.setBackend('cpu');
  try {
    return await run();
  } finally {
    await tf.setBackend(backend);
  }
}
