import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  concatCritic,
  estimateMutualInfo,
  separableCritic,
  type EstimateOptions,
  type EstimateProgress,
} from 'tfjs-metrics/critics';
import { normals } from '../../examples/gaussianPairs.ts';
import { projectedPairs } from '../../bench/accuracy/projectedPairs.ts';
import { checkTensors } from './smallRuns.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
checkTensors('wasm');

const smallCritic: EstimateOptions['critic'] = (xSize, ySize, { seed }) =>
  separableCritic(xSize, ySize, { hidden: [32], embedding: 16, seed });
const untrained = { maxSteps: 0 };

describe('normal variables behind 100 columns', () => {
  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 4],
  ])('%d nats of 4 shared dimensions lie in the interval', async (nats, seed) => {
    const pairs = projectedPairs({ n: 600, latent: 4, columns: 100, nats, seed });
    const { mutualInfo, interval, standardError } = await estimateMutualInfo({ ...pairs, ...untrained });
    expect(interval[0]).toBeLessThanOrEqual(nats);
    expect(interval[1]).toBeGreaterThanOrEqual(nats);
    expect(Math.abs(mutualInfo - nats)).toBeLessThan(0.1 + 0.07 * nats);
    expect(standardError).toBeLessThan(0.03 + 0.05 * nats);
  });

  test('columns with nearly the same information do not widen the interval', async () => {
    const pairs = projectedPairs({ n: 256, latent: 4, columns: 100, nats: 0, seed: 1040 });
    const { interval } = await estimateMutualInfo({ ...pairs, ...untrained });
    expect(interval[1]).toBeLessThan(0.3);
  });

  test('monotone functions of the columns change nothing', async () => {
    const pairs = projectedPairs({ n: 300, latent: 2, columns: 10, nats: 1, seed: 5 });
    const cubed = { data: Float64Array.from(pairs.x.data, (value) => value ** 3), shape: pairs.x.shape };
    const estimate = await estimateMutualInfo({ ...pairs, ...untrained });
    expect(await estimateMutualInfo({ x: cubed, y: pairs.y, ...untrained })).toEqual(estimate);
  });

  test('an interval is exceeded about as often as it says', async () => {
    let outside = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const pairs = projectedPairs({ n: 300, latent: 1, columns: 5, nats: 0.5, seed: 10 * seed });
      const { interval } = await estimateMutualInfo({ ...pairs, ...untrained, confidence: 0.9 });
      if (interval[0] > 0.5 || interval[1] < 0.5) outside++;
    }
    // Six are expected; fewer than 13 in 99 % of all such runs.
    expect(outside).toBeLessThan(13);
  });

  test('a dependence too weak to be found lies in the interval', async () => {
    let outside = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const pairs = projectedPairs({ n: 120, latent: 2, columns: 2, nats: 0.1, seed: 10 * seed });
      const { interval } = await estimateMutualInfo({ ...pairs, ...untrained });
      if (interval[0] > 0.1 || interval[1] < 0.1) outside++;
    }
    // Two are expected; fewer than 7 in 99 % of all such runs.
    expect(outside).toBeLessThan(7);
  });
});

describe('a dependence that is not linear', () => {
  // y is ±x plus noise: no correlation, and about 0.6 nats.
  const normal = normals(3);
  const n = 400;
  const x = Array.from({ length: n }, () => [normal(), normal()]);
  const y = x.map(([a], i) => [(i % 2 === 0 ? 1 : -1) * a! + 0.1 * normal()]);

  test('is found by the network, the same for the same seed, and leaks no tensor', async () => {
    const seen: EstimateProgress[] = [];
    const options = { x, y, critic: smallCritic, folds: 3, batchSize: 60, maxSteps: 120, learningRate: 0.01, seed: 7 };
    const estimate = await estimateMutualInfo({ ...options, onProgress: (progress) => seen.push(progress) });
    expect(estimate.checks.critics).toContain('network');
    expect(estimate.mutualInfo).toBeGreaterThan(0.2);
    expect(seen.map(({ done, folds }) => [done, folds])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(await estimateMutualInfo(options)).toEqual(estimate);
  });

  test('doubts an estimate below that of nearest neighbors, and says so', async () => {
    const { verdict, checks } = await estimateMutualInfo({ x, y, ...untrained });
    expect(checks.critics).toEqual(Array(5).fill('independent'));
    expect(verdict.status).toBe('doubtful');
    expect(verdict.reasons[0]).toContain('the nearest-neighbor estimate is higher');
  });
});

describe('doubts', () => {
  const pairs = projectedPairs({ n: 400, latent: 2, columns: 6, nats: 1, seed: 40 });

  test('few samples of many columns give an estimate that grows', async () => {
    const few = projectedPairs({ n: 200, latent: 10, columns: 500, nats: 2, seed: 41 });
    const { verdict, interval } = await estimateMutualInfo({ ...few, ...untrained });
    expect(verdict.status).toBe('doubtful');
    expect(verdict.reasons.join()).toMatch(/overfit|grows with the number of samples/);
    expect(interval[1]).toBeGreaterThan(1);
  });

  const normal = normals(43);
  const one = Array.from({ length: 150 }, () => [normal()]);
  const three = one.map(([a]) => [a!, normal(), normal()]);
  test.each([
    ['itself', one, one],
    ['three columns and themselves', three, three],
    ['its negative', one, one.map(([a]) => [-a!])],
    ['a linear function', one, one.map(([a]) => [3 * a! + 1])],
    ['one of its columns', three, one],
  ])('a variable and %s share infinite information', async (_, x, y) => {
    const { verdict, mutualInfo, interval, standardError, checks } = await estimateMutualInfo({ x, y, ...untrained });
    expect(verdict.status).toBe('doubtful');
    expect(verdict.reasons.join()).toContain('the mutual information of continuous variables is infinite');
    expect(verdict.reasons.join()).not.toContain('overfit');
    expect(mutualInfo).toBeGreaterThan(checks.ceiling);
    expect(standardError).toBeLessThan(1);
    expect(interval).toEqual([expect.closeTo(mutualInfo - 1.96 * standardError, 3), Infinity]);
  });

  test('a variable of two values shares no more than its entropy, but the samples show no upper limit', async () => {
    const bits = Array.from({ length: 400 }, (_, i) => [(i * i) % 3 === 0 ? 1 : 0]);
    const { verdict, interval } = await estimateMutualInfo({ x: bits, y: bits, ...untrained });
    expect(interval[1]).toBe(Infinity);
    expect(verdict.reasons.join()).not.toContain('close to or above');
    expect(verdict.reasons.join()).toContain('the samples show no upper limit');
  });

  test.each([60, 62, 64, 70])('the upper limit of %d groups of independent variables is not far off', async (k) => {
    const draw = normals(k);
    const rows = () => Array.from({ length: 4 * k }, () => Array.from({ length: 70 }, () => draw()));
    const groups = Array.from({ length: 4 * k }, (_, i) => i % k);
    const { interval } = await estimateMutualInfo({ x: rows(), y: rows(), groups, folds: 3, ...untrained });
    expect(interval[0]).toBeLessThanOrEqual(0);
    expect(interval[1]).toBeGreaterThan(0);
    expect(interval[1]).toBeLessThan(1.5);
  });

  test('copies of samples in several folds are found, and groups keep them together', async () => {
    const twice = ({ data, shape: [n, d] }: typeof pairs.x) => ({
      data: Float32Array.from([...data, ...data]),
      shape: [2 * n, d] as const,
    });
    const copied = { x: twice(pairs.x), y: twice(pairs.y), ...untrained };
    const leaking = await estimateMutualInfo(copied);
    expect(leaking.checks.repeated).toBe(0.5);
    expect(leaking.verdict.reasons.join()).toContain('50 % of the samples are repeated');
    const groups = Array.from({ length: 800 }, (_, i) => `sample ${i % 400}`);
    const grouped = await estimateMutualInfo({ ...copied, groups });
    expect(grouped.checks.repeated).toBe(0);
    // Copies are neither pairs of independent samples nor additional ones.
    const single = await estimateMutualInfo({ ...pairs, ...untrained });
    expect(Math.abs(grouped.mutualInfo - single.mutualInfo)).toBeLessThan(0.1);
    expect(grouped.standardError / single.standardError).toBeGreaterThan(0.8);
    expect(grouped.checks.ceiling).toBe(single.checks.ceiling);
  });

  test('groups of different sizes divide into folds with enough of them', async () => {
    // The first groups have 40 of 400 samples each, the others one.
    const groups = Array.from({ length: 400 }, (_, i) => (i < 160 ? i % 4 : i));
    const { mutualInfo, checks } = await estimateMutualInfo({ ...pairs, ...untrained, groups });
    expect(checks.ceiling).toBeGreaterThan(Math.log(40));
    expect(Math.abs(mutualInfo - 1)).toBeLessThan(0.3);
  });

  test('nearest neighbors see samples from all rows', async () => {
    // The first 5000 samples are independent.
    const x = Array.from({ length: 8000 }, () => normal());
    const y = x.map((value, i) => (i < 5000 ? normal() : value + 0.1 * normal()));
    const { checks } = await estimateMutualInfo({ x, y, ...untrained, folds: 10 });
    expect(checks.neighbors).toBeGreaterThan(0.2);
  });

  test('training that ends early is reported', async () => {
    const options = { ...pairs, critic: smallCritic, folds: 3, maxSteps: 10 };
    const { verdict, checks } = await estimateMutualInfo(options);
    const isNetwork = checks.critics.includes('network');
    expect(verdict.reasons.some((reason) => reason.includes('raise "maxSteps"'))).toBe(isNetwork);
  });

  test('an estimate near the ceiling of a fold is doubtful', async () => {
    const close = projectedPairs({ n: 100, latent: 1, columns: 2, nats: 4, seed: 42 });
    const { verdict, checks } = await estimateMutualInfo({ ...close, ...untrained });
    expect(checks.ceiling).toBe(Math.log(20));
    expect(verdict.reasons.join()).toContain('the most that the pairs of a fold can show');
  });
});

test('pointwise values are in the order of the samples, and their mean is the estimate', async () => {
  const pairs = projectedPairs({ n: 300, latent: 1, columns: 3, nats: 1, seed: 50 });
  const { pointwise, mutualInfo } = await estimateMutualInfo({ ...pairs, ...untrained });
  expect(pointwise).toHaveLength(300);
  expect(pointwise.reduce((sum, value) => sum + value, 0) / 300).toBeCloseTo(mutualInfo, 12);
  // Pairs of the same rank share more than pairs of opposite ranks.
  const y = { ...pairs.y, data: pairs.y.data.slice() };
  y.data.set(pairs.y.data.subarray(3, 6), 0);
  y.data.set(pairs.y.data.subarray(0, 3), 3);
  const swapped = await estimateMutualInfo({ x: pairs.x, y, ...untrained });
  expect(swapped.pointwise[0]! + swapped.pointwise[1]!).toBeLessThan(pointwise[0]! + pointwise[1]!);
});

test('any trainable critic can be used, and tensors are read and not disposed of', async () => {
  // One principal component holds both columns.
  const { x, y } = projectedPairs({ n: 120, latent: 1, columns: 2, nats: 1, seed: 51 });
  const [a, b] = [x, y].map(({ data, shape }) => tf.tensor2d(data, [...shape])) as [tf.Tensor2D, tf.Tensor2D];
  const made: [number, number, number][] = [];
  const critic: EstimateOptions['critic'] = (xSize, ySize, { seed }) => {
    made.push([xSize, ySize, seed]);
    return concatCritic(xSize, ySize, { hidden: [4], seed });
  };
  await estimateMutualInfo({ x: a, y: b, critic, folds: 3, maxSteps: 5, seed: 8 });
  expect(new Set(made.map(String))).toEqual(new Set(['1,1,8', '1,1,9', '1,1,10']));
  expect(a.isDisposed || b.isDisposed).toBe(false);
  tf.dispose([a, b]);
});
