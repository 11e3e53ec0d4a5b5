import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  estimateMutualInfo,
  MetricInputError,
  MetricStateError,
  separableCritic,
  type EstimateOptions,
} from 'tfjs-metrics/critics';
import { projectedPairs } from '../../bench/accuracy/projectedPairs.ts';
import { checkTensors } from './smallRuns.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
checkTensors('wasm');

const smallCritic: EstimateOptions['critic'] = (xSize, ySize, { seed }) =>
  separableCritic(xSize, ySize, { hidden: [32], embedding: 16, seed });

describe('a run', () => {
  const options = {
    ...projectedPairs({ n: 150, latent: 2, columns: 70, nats: 1, seed: 52 }),
    critic: smallCritic,
    folds: 3,
    batchSize: 50,
    maxSteps: 20,
  };

  test('is not changed by another at the same time', async () => {
    const [first, second] = await Promise.all([
      estimateMutualInfo(options),
      estimateMutualInfo({ ...options, seed: 1 }),
    ]);
    expect(first).toEqual(await estimateMutualInfo(options));
    expect(second).toEqual(await estimateMutualInfo({ ...options, seed: 1 }));
  });

  test('gives about the same result on another backend', async () => {
    const onWasm = await estimateMutualInfo(options);
    await tf.setBackend('cpu');
    const onCpu = await estimateMutualInfo(options).finally(() => tf.setBackend('wasm'));
    expect(onCpu.mutualInfo).toBeCloseTo(onWasm.mutualInfo, 2);
    expect(onCpu.interval[1]).toBeCloseTo(onWasm.interval[1], 2);
  });

  test('awaits onProgress and ends with its error', async () => {
    const seen: string[] = [];
    const run = estimateMutualInfo({
      ...options,
      onProgress: async ({ done }) => {
        await Promise.resolve();
        seen.push(`fold ${done}`);
        if (done === 2) throw new Error('stopped');
      },
    });
    await expect(run).rejects.toThrow('stopped');
    expect(seen).toEqual(['fold 1', 'fold 2']);
  });
});

describe('the option "critic"', () => {
  const { x, y } = projectedPairs({ n: 60, latent: 1, columns: 1, nats: 1, seed: 53 });
  const run = (critic: unknown): Promise<unknown> =>
    estimateMutualInfo({ x, y, folds: 3, maxSteps: 2, critic } as EstimateOptions);
  const product = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor => tf.matMul(a, b, false, true);
  /** Returns the factory of a critic with one variable. */
  const scaling = (score: (scale: tf.Variable, a: tf.Tensor2D, b: tf.Tensor2D) => unknown) => () => {
    const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
    return Object.assign((a: tf.Tensor2D, b: tf.Tensor2D) => score(scale, a, b), {
      variables: [scale],
      dispose: () => {
        scale.dispose();
      },
    });
  };
  const wanted = 'option "critic": expected it to return a critic with "variables" and "dispose", such as that of';

  test.each<[string, unknown, string]>([
    ['nothing', () => undefined, `${wanted} separableCritic, got undefined`],
    ['an object', () => ({ variables: [] }), `${wanted} separableCritic, got an object (Object)`],
    ['a function', () => product, `${wanted} separableCritic, got a function`],
    ['a promise of nothing', () => Promise.resolve(), `${wanted} separableCritic, got undefined`],
    [
      'a critic without variables',
      () => Object.assign(product.bind(undefined), { variables: [], dispose: () => undefined }),
      'option "critic": expected a critic with trainable variables, got none; set the option "maxSteps" to 0',
    ],
    ['a critic that returns nothing', scaling(() => undefined), 'a tensor of shape [20, 20], got undefined'],
    [
      'a critic of another shape',
      scaling((scale, a) => tf.mul(scale, a)),
      'estimateMutualInfo: option "critic": expected it to return a tensor of shape [20, 20], got [20, 1]',
    ],
  ])('refuses a factory that returns %s', async (_, critic, message) => {
    await expect(run(critic)).rejects.toThrow(MetricInputError);
    await expect(run(critic)).rejects.toThrow(message);
  });

  test('throws if scores are not finite', async () => {
    const critic = scaling((scale, a, b) => tf.mul(scale, tf.div(product(a, b), 0)));
    await expect(run(critic)).rejects.toThrow(MetricStateError);
    await expect(run(critic)).rejects.toThrow('estimateMutualInfo: expected finite critic scores, got ');
  });

  test('can be a promise', async () => {
    const made = run((xSize: number, ySize: number) => Promise.resolve(separableCritic(xSize, ySize, { hidden: [2] })));
    expect(await made).toHaveProperty('verdict');
  });
});

describe('invalid input', () => {
  const x = Array.from({ length: 120 }, (_, i) => [i, (i * i) % 7]);
  const y = x.map(([a]) => [Math.sin(a!)]);
  const cases: [string, unknown, string][] = [
    ['samples in place of options', x, 'expected an object of options, got samples; pass them as options "x" and "y"'],
    ['a missing variable', { x }, 'expected options "x" and "y", got only "x"'],
    ['variables of different lengths', { x, y: y.slice(1) }, 'expected the same number of samples, got 120 and 119'],
    [
      'NaN',
      { x: x.map((row, i) => (i === 3 ? [1, NaN] : row)), y },
      'x: row 3, column 1: expected a finite number, got NaN',
    ],
    ['constant columns', { x: x.map(() => [1, 2]), y }, 'x: expected a column that varies, got 2 constant columns'],
    [
      'many constant columns',
      { x, y: y.map(() => Array<number>(70).fill(1)) },
      'y: expected a column that varies, got 70 constant columns',
    ],
    [
      'a group that is larger than a fold',
      { x, y, groups: x.map((_, i) => Math.max(i, 40)), folds: 3 },
      'option "groups": expected at most 40 samples in each group, which is the size of a fold, got a group of 41',
    ],
    ['too few samples', { x: x.slice(0, 99), y: y.slice(0, 99) }, 'expected at least 100 samples for 5 folds, got 99'],
    [
      'too few groups',
      { x, y, groups: x.map((_, i) => i % 50) },
      'expected at least 100 samples for 5 folds, got 50 groups',
    ],
    [
      'groups of another length',
      { x, y, groups: [1] },
      'option "groups": expected one label for each of 120 samples, got 1',
    ],
    ['too few folds', { x, y, folds: 2 }, 'option "folds": expected a whole number of folds from 3 up, got 2'],
    [
      'the name of a critic',
      { x, y, critic: 'concat' },
      'option "critic": expected a function xSize, ySize, { seed } → critic',
    ],
    ['a fixed number of steps', { x, y, steps: 9 }, 'expected known options, got "steps"'],
  ];
  test.each(cases)('%s is an error', async (_, options, message) => {
    const run = estimateMutualInfo(options as EstimateOptions);
    await expect(run).rejects.toThrow(MetricInputError);
    await expect(run).rejects.toThrow(message);
  });
});
