import { performance } from 'node:perf_hooks';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { trainCritic, separableCritic } from 'tfjs-metrics/critics';
import { normals } from '../../examples/gaussianPairs.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { peer, python } from '../peers.ts';
import { race, type Contender } from '../timing.ts';

const BATCH = 64;
const D = 20;
const STEPS = 50;

/** One batch, used in every step. */
interface PairBatch {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function pairBatch(): PairBatch {
  const normal = normals(1);
  const x = Float32Array.from({ length: BATCH * D }, normal);
  return { x, y: x.map((value) => value + normal()) };
}

const ours: Contender<PairBatch> = {
  name: 'ours',
  start: async ({ x, y }) => {
    await tf.setBackend('wasm');
    const critic = separableCritic(D, D, { seed: 1 });
    const rows = (values: Float32Array): tf.Tensor2D => tf.tensor2d(values, [BATCH, D]);
    return async (calls) => {
      const start = performance.now();
      for (let call = 0; call < calls; call++) {
        await trainCritic({
          sample: () => [rows(x), rows(y)],
          critic,
          steps: STEPS,
          evaluationBatches: 2,
          standardize: false,
        });
      }
      return { ms: (performance.now() - start) / calls, value: undefined };
    };
  },
};

/** Training of a critic on the wasm backend, on one thread. */
export const variational: readonly BenchmarkCase[] = [
  race({
    name: `${STEPS} training steps of the separable critic by InfoNCE, batch ${BATCH}, d = ${D}, 2 × 256 units, wasm`,
    given: pairBatch,
    ours,
    opponents: [
      {
        ...peer('PyTorch, one thread', python('variational.py'), 'train_separable', (of: PairBatch) => [
          of.x,
          of.y,
          BATCH,
          STEPS,
        ]),
        timesAsLong: 3,
      },
    ],
    rounds: 15,
  }),
];
