import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { gaussianCopulaMutualInfo, ksgMutualInfo, type Samples } from 'tfjs-metrics';
import { latentMutualInfo, MetricInputError, type LatentOptions } from 'tfjs-metrics/critics';
import { normals } from '../../examples/gaussianPairs.ts';
import { projectedPairs } from '../../bench/accuracy/projectedPairs.ts';
import { checkTensors } from './smallRuns.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
checkTensors('wasm');

const untrained = { maxSteps: 0 };
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('normal variables behind 100 columns', () => {
  test.each([
    [0, 1],
    [2, 3],
    [4, 4],
  ])('%d nats of 4 shared dimensions', async (nats, seed) => {
    const pairs = projectedPairs({ n: 600, latent: 4, columns: 100, nats, seed });
    const latent = await latentMutualInfo({ ...pairs, ...untrained });
    expect(Math.abs(latent.mutualInfo - nats)).toBeLessThan(0.1 + 0.07 * nats);
    expect(mean(latent.pointwise)).toBeCloseTo(latent.mutualInfo, 12);
    if (nats === 0) return;
    expect(latent.critic).toBe('gaussian');
    // Nearest neighbors alone find less.
    expect(ksgMutualInfo(latent.embeddings.x, latent.embeddings.y)).toBeLessThan(0.8 * nats);
  });

  test('the representation of new samples holds the information too', async () => {
    const pairs = projectedPairs({ n: 900, latent: 3, columns: 50, nats: 2, seed: 7 });
    const rows = (data: Float32Array, from: number, to: number): { data: Float32Array; shape: [number, number] } => ({
      data: data.subarray(50 * from, 50 * to),
      shape: [to - from, 50],
    });
    const { embed } = await latentMutualInfo({
      x: rows(pairs.x.data, 0, 500),
      y: rows(pairs.y.data, 0, 500),
      ...untrained,
    });
    const [x, y] = [await embed.x(rows(pairs.x.data, 500, 900)), await embed.y(rows(pairs.y.data, 500, 900))];
    expect(x.shape).toEqual([400, 3]);
    expect(gaussianCopulaMutualInfo(x, y)).toBeCloseTo(2, 0);
  });

  test('4000 columns and 200 samples are enough', async () => {
    const pairs = projectedPairs({ n: 200, latent: 1, columns: 4000, nats: 1, seed: 8 });
    const { mutualInfo } = await latentMutualInfo({ ...pairs, ...untrained });
    expect(Math.abs(mutualInfo - 1)).toBeLessThan(0.25);
  });
});

describe('a dependence that is not linear', () => {
  const normal = normals(5);
  const x = Array.from({ length: 600 }, () => [normal(), normal(), normal()]);
  const y = x.map(([a]) => [a! ** 2 + 0.3 * normal(), normal()]);
  const options = { x, y, dimensions: 2, batchSize: 100, maxSteps: 150, seed: 1 };

  test('is found by the networks', async () => {
    const latent = await latentMutualInfo(options);
    expect(latent.critic).toBe('network');
    const direct = ksgMutualInfo(
      x.map(([a]) => a!),
      y.map(([b]) => b!),
    );
    expect(latent.mutualInfo).toBeGreaterThan(0.4 * direct);
    expect((await latentMutualInfo({ ...options, ...untrained })).mutualInfo).toBeLessThan(0.3 * direct);
    // The representation of x shows the square of its first column, and that of y its first column.
    expect(
      Math.abs(
        ksgMutualInfo(
          latent.embeddings.x,
          y.map(([b]) => b!),
        ),
      ),
    ).toBeGreaterThan(0.4 * direct);
  });

  test('gives the same result for the same seed, also for two calls at once', async () => {
    const small = { ...options, maxSteps: 10 };
    const [first, second] = await Promise.all([latentMutualInfo(small), latentMutualInfo({ ...small, seed: 2 })]);
    const { mutualInfo, pointwise, embeddings } = await latentMutualInfo(small);
    expect(first).toMatchObject({ mutualInfo, pointwise, embeddings });
    expect(second.pointwise).not.toEqual(first.pointwise);
  });
});

test('two canonical variates of the same variable do not count twice', async () => {
  const normal = normals(6);
  const t = Array.from({ length: 600 }, normal);
  const x = t.map((value) => [value, value ** 2]);
  const y = t.map((value) => [value + 0.2 * normal(), value ** 2 + 0.2 * normal()]);
  const latent = await latentMutualInfo({ x, y, ...untrained });
  expect(latent.embeddings.x.shape).toEqual([600, 1]);
  const direct = ksgMutualInfo(t, y);
  expect(latent.mutualInfo).toBeLessThan(direct + 0.2);
  expect(latent.mutualInfo).toBeGreaterThan(direct - 0.6);
});

test('embed returns the embeddings of the given samples, from tensors and arrays', async () => {
  const pairs = projectedPairs({ n: 200, latent: 2, columns: 6, nats: 1, seed: 9 });
  const [x, y] = [tf.tensor2d(pairs.x.data, [200, 6]), tf.tensor2d(pairs.y.data, [200, 6])];
  const latent = await latentMutualInfo({ x, y, ...untrained });
  expect(await latent.embed.x(x)).toEqual(latent.embeddings.x);
  expect(await latent.embed.y(pairs.y)).toEqual(latent.embeddings.y);
  expect((await latent.embed.x({ data: new Float32Array(), shape: [0, 6] })).shape[0]).toBe(0);
  expect((await latent.embed.x([])).shape[0]).toBe(0);
  tf.dispose([x, y]);
  // The disposed tensors are not needed any more.
  expect((await latent.embed.x([[1, 2, 3, 4, 5, 6]])).shape).toEqual([1, latent.embeddings.x.shape[1]]);
});

test('the information of a variable about itself is infinite', async () => {
  const { x } = projectedPairs({ n: 200, latent: 2, columns: 4, nats: 1, seed: 9 });
  const latent = await latentMutualInfo({ x, y: x, ...untrained });
  expect(latent.mutualInfo).toBe(Infinity);
});

test('returns the fraction of repeated samples', async () => {
  const { x, y } = projectedPairs({ n: 250, latent: 1, columns: 5, nats: 0, seed: 9 });
  const twice = ({ data }: typeof x): Samples => ({ data: Float32Array.of(...data, ...data), shape: [500, 5] });
  const copies = await latentMutualInfo({ x: twice(x), y: twice(y), ...untrained });
  expect(copies.repeated).toBe(0.5);
  expect((await latentMutualInfo({ x, y, ...untrained })).repeated).toBe(0);
});

test('the information of a discrete variable about itself is finite', async () => {
  const normal = normals(7);
  const x = Array.from({ length: 300 }, () => [normal() > 0 ? 1 : 0]);
  expect((await latentMutualInfo({ x, y: x, ...untrained })).mutualInfo).toBeCloseTo(Math.log(2), 1);
});

test('a strong dependence with noise is finite, and a column that is nearly constant gives about 0', async () => {
  const normal = normals(8);
  const x = Array.from({ length: 1000 }, () => [normal()]);
  const y = x.map(([value]) => [value! + 1e-3 * normal()]);
  const { mutualInfo } = await latentMutualInfo({ x, y, ...untrained });
  expect(mutualInfo).toBeGreaterThan(4);
  expect(mutualInfo).toBeLessThan(8);
  const rare = x.map((_, i) => [i === 17 ? 1 : 0]);
  expect(Math.abs((await latentMutualInfo({ x: rare, y, ...untrained })).mutualInfo)).toBeLessThan(0.05);
});

test('awaits onProgress and ends with its error', async () => {
  const pairs = projectedPairs({ n: 200, latent: 1, columns: 4, nats: 1, seed: 9 });
  const seen: unknown[] = [];
  const run = latentMutualInfo({
    ...pairs,
    maxSteps: 2,
    onProgress: async (progress) => {
      await Promise.resolve();
      seen.push(progress);
      if (progress.done === 2) throw new Error('stopped');
    },
  });
  await expect(run).rejects.toThrow('stopped');
  expect(seen).toEqual([
    { done: 1, fits: 3 },
    { done: 2, fits: 3 },
  ]);
});

describe('wrong input', () => {
  const pairs = projectedPairs({ n: 200, latent: 1, columns: 4, nats: 1, seed: 9 });
  const short = { data: pairs.x.data.subarray(0, 4 * 199), shape: [199, 4] as const };

  test.each<[string, LatentOptions, string]>([
    [
      'too few samples',
      { x: short, y: short },
      'latentMutualInfo: expected at least 200 samples for 10 folds, got 199; pass more samples, one per row',
    ],
    ['different lengths', { ...pairs, y: short }, 'x, y: expected the same number of samples, got 200 and 199'],
    ['no y', { x: pairs.x }, 'latentMutualInfo: expected options "x" and "y", got only "x"'],
    ['no options', undefined as never, 'latentMutualInfo: expected options "x" and "y", got neither'],
    [
      'samples as an argument',
      [[1], [2]] as never,
      'latentMutualInfo: expected an object of options, got samples; pass them as options "x" and "y"',
    ],
    [
      'a constant variable',
      { ...pairs, y: { data: new Float32Array(400).fill(2), shape: [200, 2] } },
      'latentMutualInfo: y: expected a column that varies, got 2 constant columns',
    ],
    [
      'no dimension',
      { ...pairs, dimensions: 0 },
      'latentMutualInfo: option "dimensions": expected a whole number of dimensions above 0, got 0',
    ],
    [
      'groups',
      { ...pairs, groups: [1] } as never,
      'latentMutualInfo: expected known options, got "groups"; the options are x, y, dimensions, batchSize, learningRate, maxSteps, seed, onProgress',
    ],
  ])('%s', async (_, options, message) => {
    await expect(latentMutualInfo(options)).rejects.toThrow(new MetricInputError(message));
  });

  test('samples with other columns cannot be embedded', async () => {
    const { embed } = await latentMutualInfo({ ...pairs, ...untrained });
    await expect(embed.y([[1, 2]])).rejects.toThrow(
      new MetricInputError('latentMutualInfo: embed.y: expected samples with 4 columns, got 2'),
    );
    await expect(embed.x([[1, 2, 3, NaN]])).rejects.toThrow(
      new MetricInputError('latentMutualInfo: embed.x: row 0, column 3: expected a finite number, got NaN'),
    );
  });
});
