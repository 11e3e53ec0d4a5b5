import * as tf from '@tensorflow/tfjs-core';
import { bounds, evaluateBound, type BoundCase } from './bounds.ts';
import { must, mustBeClose, type Check } from './check.ts';
import { onHost } from './onHost.ts';
import { uniform } from './values.ts';

const K = 6;

/** Returns uniform numbers from −size to size. */
const numbers = (count: number, size: number, seed: number): Float32Array =>
  Float32Array.from(uniform(count, seed), (value) => size * (2 * value - 1));

async function evaluated(bound: BoundCase, size: number): ReturnType<typeof evaluateBound> {
  const [scores, column] = [tf.tensor2d(numbers(K * K, size, 1), [K, K]), tf.tensor1d(numbers(K, size, 2))];
  const result = await evaluateBound(bound, scores, column);
  tf.dispose([scores, column]);
  return result;
}

/** Checks bounds on mutual information and their gradients for moderate and large scores. */
export const boundChecks: readonly Check[] = bounds.map((bound) => ({
  name: `${bound.name}: the bound and its gradient equal those of the cpu backend`,
  run: async (setting) => {
    for (const size of [3, 20]) {
      const [value, gradient] = await evaluated(bound, size);
      const [expected, expectedGradient] = await onHost(() => evaluated(bound, size));
      must(
        expectedGradient.some((derivative) => derivative !== 0),
        'the gradient is 0',
      );
      const place = `${bound.name}, scores up to ${size}`;
      mustBeClose(setting, 'bound', place, [value], [expected], 1e-5);
      mustBeClose(setting, 'bound, gradient', place, gradient, expectedGradient, 2e-5);
    }
  },
}));
