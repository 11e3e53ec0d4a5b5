import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import {
  bilinearCritic,
  trainCritic,
  learnedLogBaseline,
  MetricInputError,
  MetricStateError,
  separableCritic,
  type TrainCriticOptions,
  type TrainingStep,
} from 'tfjs-metrics/critics';
import { gaussianPairs, normals } from '../../examples/gaussianPairs.ts';
import { BOUND_NAMES, isCriticBound } from '../../src/functional/information/bounds/boundOfScores.ts';
import { checkTensors } from './smallRuns.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
checkTensors('wasm');

const oneNat = () => gaussianPairs({ mutualInfo: 1, d: 2 }, 5);
const quick = { steps: 4, batchSize: 16, evaluationBatches: 3 };

const BOUNDS = [...BOUND_NAMES.filter(isCriticBound), 'mine'] as const;

test.each(BOUNDS)('%s estimates one nat between two normal variables, and leaks no tensor', async (bound) => {
  const critic = separableCritic(2, 2, { hidden: [32], embedding: 8, seed: 1 });
  const baseline = learnedLogBaseline(2, { hidden: [32], seed: 2 });
  const estimate = await trainCritic({
    sample: oneNat(),
    bound,
    critic,
    ...(['tuba', 'interpolated'].includes(bound) && { baseline }),
    steps: 250,
    learningRate: 0.005,
  });
  critic.dispose();
  baseline.dispose();
  expect(Math.abs(estimate.mutualInfo - 1)).toBeLessThan(0.3 + 3 * estimate.standardError);
  expect(estimate.standardError).toBeGreaterThan(0.005);
  expect(estimate.standardError).toBeLessThan(0.1);
  expect(Math.abs(estimate.smoothed - estimate.mutualInfo)).toBeLessThan(0.3);
  expect(estimate.curve).toHaveLength(250);
  expect(estimate.smoothedCurve.at(-1)).toBe(estimate.smoothed);
  expect(estimate.isSaturated).toBe(false);
});

describe('with given samples', () => {
  const normal = normals(9);
  const n = 300;
  const x = Array.from({ length: n }, () => [normal(), 1e6 + 100 * normal()]);
  const independent = x.map(() => [normal(), normal()]);

  test.each(['infoNce', 'nwj'] as const)(
    '%s finds no information in 200 independent pairs that the critic has memorized',
    async (bound) => {
      const critic = separableCritic(2, 2, { hidden: [64], seed: 1 });
      const { smoothed, mutualInfo, standardError } = await trainCritic({
        x: x.slice(0, 200),
        y: independent.slice(0, 200),
        bound,
        critic,
        steps: 600,
        smoothing: 50,
        learningRate: 0.005,
        batchSize: 10,
        validationSplit: 0.4,
      });
      critic.dispose();
      expect(smoothed).toBeGreaterThan(0.2);
      expect(smoothed - mutualInfo).toBeGreaterThan(0.2);
      expect(mutualInfo).toBeLessThan(2 * standardError);
    },
  );

  test('columns of any offset and scale are standardized, and the seed determines the estimate', async () => {
    const y = x.map(([a, b]) => [a! + 0.2 * normal(), -b! + 20 * normal()]);
    const options = { x, y, bound: 'infoNce', steps: 60, batchSize: 30, learningRate: 0.005 } as const;
    const estimate = await trainCritic(options);
    expect(estimate.mutualInfo).toBeGreaterThan(1);
    expect(await trainCritic(options)).toEqual(estimate);
    const other = await trainCritic({ ...options, seed: 1 });
    expect(other.curve).not.toEqual(estimate.curve);
  });

  test('sample tensors are read and not disposed of', async () => {
    const [a, b] = [tf.tensor2d(x), tf.tensor2d(independent)];
    await trainCritic({ x: a, y: b, steps: 2, batchSize: 20 });
    expect(a.isDisposed || b.isDisposed).toBe(false);
    tf.dispose([a, b]);
  });

  test('too few samples for a validation split throw', async () => {
    const few = trainCritic({ x: x.slice(0, 100), y: x.slice(0, 100) });
    await expect(few).rejects.toThrow(
      'expected at least 64 samples for training and 128 for evaluation, got 80 and 20 of 100',
    );
    const uneven = trainCritic({ x, y: x.slice(1) });
    await expect(uneven).rejects.toThrow(MetricInputError);
  });
});

test('any function can be a critic; its variables are trained if given', async () => {
  const exact = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D => tf.tidy(() => tf.mul(2, tf.matMul(a, b, false, true)));
  const fixed = await trainCritic({ ...quick, sample: oneNat(), critic: exact, steps: 0 });
  expect(fixed.curve).toHaveLength(0);
  expect(fixed.smoothed).toBeNaN();
  expect(Number.isFinite(fixed.mutualInfo)).toBe(true);
  const trained = trainCritic({ ...quick, sample: oneNat(), critic: exact });
  await expect(trained).rejects.toThrow(MetricInputError);
  await expect(trained).rejects.toThrow('set the option "steps" to 0 to evaluate a fixed critic');
  const scale = tf.tidy(() => tf.variable(tf.scalar(0.1)));
  const scaled = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D => tf.mul(scale, tf.matMul(a, b, false, true));
  await trainCritic({
    ...quick,
    sample: oneNat(),
    critic: scaled,
    variables: [scale],
    steps: 30,
    learningRate: 0.05,
  });
  expect(scale.dataSync()[0]).toBeGreaterThan(0.5);
  scale.dispose();
});

test('the weights of a layers model can be trained as an encoder', async () => {
  const encoder = sequential({
    layers: [layers.dense({ units: 2, inputShape: [2], useBias: false, kernelInitializer: 'ones' })],
  });
  const dependence = bilinearCritic(2, 2, { seed: 1 });
  const critic = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D => dependence(encoder.apply(a) as tf.Tensor2D, b);
  const variables = [...encoder.trainableWeights, ...dependence.variables];
  await trainCritic({ ...quick, sample: oneNat(), critic, variables });
  const [kernel] = encoder.getWeights();
  expect(kernel!.dataSync()).not.toEqual(new Float32Array(4).fill(1));
  encoder.dispose();
  dependence.dispose();
});

test('InfoNCE reports saturation near ln K', async () => {
  const sample = (size: number): [tf.Tensor2D, tf.Tensor2D] => {
    const x = tf.randomNormal<tf.Rank.R2>([size, 8], 0, 1, 'float32', size);
    return [x, tf.clone(x)];
  };
  const exact = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D =>
    tf.tidy(() => tf.mul(50, tf.matMul(a, b, false, true)));
  const estimate = await trainCritic({ ...quick, sample, critic: exact, steps: 0 });
  expect(estimate.ceiling).toBe(Math.log(16));
  expect(estimate.isSaturated).toBe(true);
});

test('onStep reports progress and can stop training, which yields to the event loop', async () => {
  const seen: TrainingStep[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 1).unref();
  const estimate = await trainCritic({
    ...quick,
    sample: oneNat(),
    steps: 1000,
    onStep: (progress) => {
      seen.push(progress);
      return turns < 2 ? undefined : 'stop';
    },
  });
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(seen.length).toBeLessThan(1000);
  expect(estimate.curve).toHaveLength(seen.length);
  expect(seen[0]).toMatchObject({ step: 1, steps: 1000, value: estimate.curve[0] });
});

test('evaluation yields to the event loop', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1).unref();
  let turnsOfTraining = 0;
  await trainCritic({
    ...quick,
    sample: oneNat(),
    steps: 1,
    evaluationBatches: 400,
    onStep: () => {
      turnsOfTraining = turns;
    },
  });
  clearInterval(timer);
  expect(turns - turnsOfTraining).toBeGreaterThan(1);
});

test('non-finite scores throw at their step and leak no tensor', async () => {
  let step = 0;
  const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
  const failing = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D =>
    tf.tidy(() => tf.mul(tf.mul(scale, step === 3 ? NaN : 1), tf.matMul(a, b, false, true)));
  const run = trainCritic({
    ...quick,
    sample: oneNat(),
    bound: 'smile',
    critic: failing,
    variables: [scale],
    steps: 10,
    onStep: ({ step: at }) => (step = at),
  });
  await expect(run).rejects.toThrow(MetricStateError);
  expect(step).toBe(3);
  scale.dispose();
});

test('a critic may mask pairs with scores of −∞, except joint pairs', async () => {
  const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
  const masking =
    (jointMask: number, otherMask: number) =>
    (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D =>
      tf.tidy(() => {
        const masks = tf.buffer<tf.Rank.R2>([16, 16]);
        masks.set(jointMask, 4, 4);
        masks.set(otherMask, 3, 5);
        return tf.add(tf.mul(scale, tf.matMul(a, b, false, true)), masks.toTensor());
      });
  const options = { ...quick, sample: oneNat(), variables: [scale] };
  for (const bound of ['infoNce', 'dv', 'js', 'smile', 'mine'] as const) {
    const estimate = await trainCritic({ ...options, bound, critic: masking(0, -Infinity) });
    expect([estimate.mutualInfo, ...scale.dataSync()].every(Number.isFinite)).toBe(true);
  }
  const run = trainCritic({ ...options, critic: masking(-Infinity, 0) });
  await expect(run).rejects.toThrow(MetricStateError);
  scale.dispose();
});

test('invalid options and samples throw and say what was expected', async () => {
  const critic = bilinearCritic(2, 2);
  const refused: [TrainCriticOptions, string][] = [
    [{}, 'either option "sample" or both options "x" and "y"'],
    [{ sample: oneNat(), x: [1] }, 'either option "sample"'],
    [{ sample: oneNat(), bound: 'club' as 'dv' }, 'expected one of "infoNce"'],
    [{ sample: oneNat(), batchSize: 1 }, 'a whole number of samples from 2 up'],
    [{ sample: oneNat(), critic: 'deep' as 'concat' }, '"separable", "concat", "bilinear"'],
    [{ sample: oneNat(), colour: 1 } as TrainCriticOptions, 'expected known options, got "colour"'],
    [{ sample: () => [tf.zeros([3, 1]), 4] as never }, 'two new tensors on each call, of shapes [64, d] and [64, d]'],
    [
      { sample: oneNat(), critic: () => tf.zeros([2, 3]) },
      'expected it to return a tensor of shape [64, 64], got [2, 3]',
    ],
  ];
  for (const [options, message] of refused) {
    await expect(trainCritic(options)).rejects.toThrow(MetricInputError);
    await expect(trainCritic(options)).rejects.toThrow(message);
  }
  critic.dispose();
});
