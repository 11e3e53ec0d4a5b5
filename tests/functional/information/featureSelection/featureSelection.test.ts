import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import {
  ksgMutualInfo,
  MetricInputError,
  mutualInfoClassif,
  mutualInfoClassifAsync,
  mutualInfoRegression,
  mutualInfoRegressionAsync,
  mutualInfoScore,
  rossMutualInfo,
} from 'tfjs-metrics';
import { normalPair, normalSamples } from '../neighbors/normalSamples.ts';

const n = 400;
const [x, y] = normalPair(n, 0.8, 1);
const noise = normalSamples(n, 7);
const parity = x.map((_, i) => i % 2);
const features = x.map((value, i) => [value, noise[i]!, parity[i]!, 4]);
const labels = y.map((value) => (value > 0 ? 'high' : 'low'));

test('a continuous feature has the KSG estimate of standardized values', () => {
  const scores = mutualInfoRegression(features, y, { clip: false });
  const options = { standardize: 'std' } as const;
  expect(scores[0]).toBeCloseTo(ksgMutualInfo(x, y, options), 10);
  expect(scores[1]).toBeCloseTo(ksgMutualInfo(noise, y, options), 10);
});

test('a discrete feature has the estimate of Ross, and with class labels that of counts', () => {
  const discreteFeatures = [2];
  const scores = mutualInfoRegression(features, y, { discreteFeatures, clip: false });
  expect(scores[2]).toBeCloseTo(rossMutualInfo(y, parity), 10);
  const ofLabels = mutualInfoClassif(features, labels, { discreteFeatures, clip: false });
  expect(ofLabels[0]).toBeCloseTo(rossMutualInfo(x, labels), 10);
  expect(ofLabels[2]).toBeCloseTo(mutualInfoScore(parity, labels), 12);
});

test('discrete features are selected by booleans, columns or all at once, and need not be integers', () => {
  const byMark = mutualInfoClassif(features, labels, {
    discreteFeatures: [false, false, true, false],
  });
  const byColumn = mutualInfoClassif(features, labels, { discreteFeatures: [2] });
  expect(byMark).toEqual(byColumn);
  const halves = parity.map((value) => [value / 2]);
  const all = mutualInfoClassif(halves, labels, { discreteFeatures: true });
  expect(all[0]).toBeCloseTo(mutualInfoScore(parity, labels), 12);
});

test('a constant feature or target gives exactly 0', () => {
  expect(mutualInfoRegression(features, y)[3]).toBe(0);
  expect(mutualInfoClassif(features, labels)[3]).toBe(0);
  expect(
    Array.from(
      mutualInfoRegression(
        features,
        y.map(() => 1),
      ),
    ),
  ).toEqual([0, 0, 0, 0]);
});

test('a large offset changes results only by rounding of the values', () => {
  const moved = x.map((value) => [value + 2 ** 30]);
  const [score] = mutualInfoRegression(moved, y);
  expect(Math.abs(score! - mutualInfoRegression(features, y)[0]!)).toBeLessThan(0.01);
});

test('rounded values have the estimates of the underlying functions without added noise', () => {
  const rounded = x.map(Math.round);
  const column = rounded.map((value) => [value]);
  const [score] = mutualInfoRegression(column, y);
  expect(score).toBe(ksgMutualInfo(rounded, y, { standardize: 'std' }));
  expect(mutualInfoRegression(column, y)[0]).toBe(score);
  expect(mutualInfoClassif(column, labels)[0]).toBe(rossMutualInfo(rounded, labels));
  expect(() => mutualInfoRegression(column, y, { seed: 1 } as never)).toThrow('expected known options, got "seed"');
});

test('negative estimates are clipped to 0 unless clip is false', () => {
  const many = normalSamples(n * 20, 3);
  const columns = x.map((_, i) => many.slice(i * 20, i * 20 + 20));
  const [clipped, raw] = [true, false].map((clip) => mutualInfoRegression(columns, y, { clip }));
  expect(Math.min(...clipped!)).toBe(0);
  expect(Math.min(...raw!)).toBeLessThan(0);
  raw!.forEach((value, j) => {
    expect(clipped![j]).toBe(Math.max(0, value));
  });
});

test('async versions give the same values, read tensors and report progress', async () => {
  const told: number[][] = [];
  const onProgress = (...progress: number[]): void => void told.push(progress);
  const tensor = tf.tensor2d(features);
  const float32 = features.map((row) => row.map(Math.fround));
  const target = Float32Array.from(y);
  const scores = await mutualInfoRegressionAsync(tensor, target, { onProgress });
  expect(scores).toEqual(mutualInfoRegression(float32, target));
  expect(told).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
  expect(await mutualInfoClassifAsync(tensor, labels)).toEqual(mutualInfoClassif(float32, labels));
  tensor.dispose();
});

describe('invalid input is rejected', () => {
  test.each([
    [
      () => mutualInfoRegression(features, y.slice(1)),
      'features, target: expected the same number of samples, got 400 and 399',
    ],
    [() => mutualInfoRegression(features, features), 'target: expected one value for each sample, got 4'],
    [() => mutualInfoRegression(features, y, { nNeighbors: 400 }), 'k = 400'],
    [() => mutualInfoRegression(features, y, { discreteFeatures: [4] }), 'expected column indices below 4, got 4'],
    [() => mutualInfoRegression(features, y, { discreteFeatures: [true] }), 'expected 4 booleans, got 1'],
    [
      () => mutualInfoRegression(features, y, { discreteFeatures: 'auto' as never }),
      'expected a boolean, an array of booleans',
    ],
    [() => mutualInfoRegression(features, y, { onProgress: 1 as never }), 'expected a function'],
    [() => mutualInfoClassif(features, y), 'target[0]: expected an integer label, got'],
  ])('%s', (call, message) => {
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });

  test('with a rejected promise by the async versions', async () => {
    await expect(mutualInfoRegressionAsync(features, [1])).rejects.toThrow(MetricInputError);
  });
});
