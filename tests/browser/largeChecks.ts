import * as tf from '@tensorflow/tfjs-core';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { must, read, type Check } from '../backends/check.ts';

const N = 1e6;

/** What the memory of a device must bear. */
export const largeChecks: readonly Check[] = [
  {
    name: 'a million pairs in 64 bins, forward and backward',
    run: async () => {
      const x = tf.tensor1d(Float32Array.from({ length: N }, (_, n) => (n % 1000) / 999));
      const y = tf.tensor1d(Float32Array.from({ length: N }, (_, n) => ((n * 7) % 1000) / 999));
      const { value, grads } = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, { bins: 64 }))([x, y]); // prettier-ignore
      const [nats] = await read(value);
      must(nats! > 0 && nats! < Math.log(64), `the score is ${nats}`);
      for (const gradient of grads) {
        must(gradient.shape[0] === N, 'expected a gradient for each value');
        must((await read(gradient)).every(Number.isFinite), 'a gradient is not finite');
      }
      tf.dispose([x, y]);
    },
  },
];
