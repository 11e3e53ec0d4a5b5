import * as tf from '@tensorflow/tfjs-core';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { must, read, type Check } from '../backends/check.ts';

/** Checks that the memory of a device suffices for many pairs in 64 bins, forward and backward. */
export function largeCheck(pairs: number): Check {
  return {
    name: `${pairs} pairs in 64 bins, forward and backward`,
    run: async () => {
      const values = (step: number): tf.Tensor1D =>
        tf.tensor1d(Float32Array.from({ length: pairs }, (_, n) => ((n * step) % 1000) / 999));
      const [x, y] = [values(1), values(7)];
      const score = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, { bins: 64 }));
      const { value, grads } = score([x, y]);
      const [nats] = await read(value);
      must(nats! > 0 && nats! < Math.log(64), `the score is ${nats}`);
      for (const gradient of grads) {
        must(gradient.shape[0] === pairs, 'expected a gradient for each value');
        must((await read(gradient)).every(Number.isFinite), 'a gradient is not finite');
      }
      tf.dispose([x, y]);
    },
  };
}
