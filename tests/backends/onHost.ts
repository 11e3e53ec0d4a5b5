import * as tf from '@tensorflow/tfjs-core';

/** Returns the result of `run` on the cpu backend. */
export async function onHost<Result>(run: () => Promise<Result>): Promise<Result> {
  const backend = tf.getBackend();
  await tf.setBackend('cpu');
  try {
    return await run();
  } finally {
    await tf.setBackend(backend);
  }
}
