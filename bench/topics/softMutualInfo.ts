import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { softMutualInfoScore } from 'tfjs-metrics/information';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peakMemory } from '../memory.ts';
import { peer, python } from '../peers.ts';
import { inProcess, race, type Contender } from '../timing.ts';

const N = 100_000;

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
await tf.setBackend('cpu');

/** Values from 0 to 1 and noisy copies of them. */
interface ValuePair {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly bins: number;
}

const valuePair = (bins: number) => (): ValuePair => {
  const uniform = (i: number, seed: number): number => hash32(i, seed) / 2 ** 32;
  const x = Float32Array.from({ length: N }, (_, i) => uniform(i, 1));
  const y = x.map((value, i) => Math.min(1, value + uniform(i, 2) / 10));
  return { x, y, bins };
};

function forwardAndBackward({ x, y, bins }: ValuePair): void {
  tf.tidy(() => {
    const score = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, { bins }));
    const { value, grads } = score([tf.tensor1d(x), tf.tensor1d(y)]);
    value.dataSync();
    for (const gradient of grads) gradient.dataSync();
  });
}

const dense = (timesAsFast: number) => ({
  ...peer('PyTorch, dense Gaussian kernels', python('soft.py'), 'forward_and_backward', (of: ValuePair) => [
    of.x,
    of.y,
    of.bins,
  ]),
  timesAsFast,
  rounds: 5,
});

const ours = inProcess('ours', forwardAndBackward);

const onBackend = (name: string): Contender<ValuePair> => ({
  name,
  start: async (given) => {
    const run = await ours.start(given);
    return async (calls) => {
      if (typeof run === 'string') throw new Error(run);
      if (!(await tf.setBackend(name))) throw new Error(`expected the backend ${name} to start`);
      return run(calls);
    };
  },
});

/** Differentiable mutual information of continuous values, on the cpu backend unless a row names another. */
export const softMutualInfo: readonly BenchmarkCase[] = [
  race({
    name: `softMutualInfoScore and its gradients, ${N} pairs, 64 bins`,
    given: valuePair(64),
    ours,
    opponents: [dense(15)],
  }),
  race({
    name: `softMutualInfoScore and its gradients, ${N} pairs, 256 bins`,
    given: valuePair(256),
    ours,
    opponents: [dense(50)],
  }),
  race({
    name: `softMutualInfoScore and its gradients, ${N} pairs, 256 bins, on wasm`,
    given: valuePair(256),
    ours: onBackend('wasm'),
    // Both are the same code; times differ by chance.
    opponents: [{ ...onBackend('cpu'), timesAsFast: 0.9 }],
  }),
  peakMemory<ValuePair>({
    name: `softMutualInfoScore and its gradients, ${N} pairs, 256 bins, peak memory`,
    given: valuePair(256),
    run: (given) => {
      forwardAndBackward(given);
      return given;
    },
    below: 20,
  }),
];
