import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import {
  knnConditionalMutualInfo,
  ksgMutualInfo,
  MetricInputError,
  mixedMutualInfo,
  mutualInfoScore,
  shuffleTest,
} from 'tfjs-metrics';
import { normalPair, normalSamples } from './neighbors/normalSamples.ts';

const [x, y] = normalPair(150, 0.7, 1);
const [a, b] = [normalSamples(150, 11), normalSamples(150, 12)];

test('strong dependence has the smallest p-value that the number of permutations allows', () => {
  const { estimate, pValue, nullMean, nullInterval, corrected } = shuffleTest(ksgMutualInfo, x, y);
  expect(estimate).toBe(ksgMutualInfo(x, y));
  expect(pValue).toBe(1 / 201);
  expect(corrected).toBe(estimate - nullMean);
  expect(nullInterval[0]).toBeLessThan(nullMean);
  expect(nullInterval[1]).toBeGreaterThan(nullMean);
  expect(estimate).toBeGreaterThan(nullInterval[1]);
});

test('p-values of independent variables are uniform on [0, 1]', () => {
  const values = Array.from({ length: 60 }, (_, i) => {
    const [u, v] = [normalSamples(30, 100 + i), normalSamples(30, 900 + i)];
    return shuffleTest(ksgMutualInfo, u, v, { permutations: 39, seed: i }).pValue;
  }).sort((p, q) => p - q);
  // Kolmogorov–Smirnov test at a level of 0.001.
  const distance = Math.max(...values.map((p, i) => Math.abs(p - (i + 0.5) / values.length)));
  expect(distance).toBeLessThan(1.95 / Math.sqrt(values.length) + 1 / 40);
});

test('the result is deterministic for a seed', () => {
  const run = (seed: number) => shuffleTest(mixedMutualInfo, a, b, { permutations: 20, seed });
  expect(run(5)).toEqual(run(5));
  expect(run(5).nullMean).not.toBe(run(6).nullMean);
});

test('higher confidence gives a wider interval', () => {
  const run = (confidence: number) => shuffleTest(ksgMutualInfo, a, b, { permutations: 50, confidence }).nullInterval;
  const [narrow, wide] = [run(0.5), run(0.95)];
  expect(wide[0]).toBeLessThan(narrow[0]);
  expect(wide[1]).toBeGreaterThan(narrow[1]);
});

test('labels, rows, flat arrays and tensors are accepted, with any estimator', () => {
  const labels = x.map((value) => (value > 0 ? 'a' : 'b'));
  const other = y.map((value) => value > 0);
  const ofLabels = shuffleTest(mutualInfoScore, labels, other, { permutations: 99 });
  expect(ofLabels.pValue).toBe(0.01);
  const options = { permutations: 9, seed: 3 };
  const rows = x.map((value) => [value, -value]);
  const byRows = shuffleTest(ksgMutualInfo, rows, y, options);
  const data = Float64Array.from(rows.flat());
  const flat = { data, shape: [150, 2] as const };
  expect(shuffleTest(ksgMutualInfo, flat, y, options)).toEqual(byRows);
  const float32 = rows.map((row) => row.map(Math.fround));
  const tensor = tf.tensor2d(rows);
  const byTensor = shuffleTest(ksgMutualInfo, tensor, y, options);
  expect(byTensor).toEqual(shuffleTest(ksgMutualInfo, float32, y, options));
  expect(tf.memory().numTensors).toBe(1);
  tensor.dispose();
});

test('a tensor of shape [1, N] is permuted like one of shape [N]', () => {
  const [first, second] = [
    [0, 0, 0, 1, 1, 1],
    [0, 0, 0, 1, 1, 1],
  ];
  const options = { permutations: 19 };
  const row = tf.tensor2d([first], [1, 6], 'int32');
  expect(shuffleTest(mutualInfoScore, row, second, options)).toEqual(
    shuffleTest(mutualInfoScore, first, second, options),
  );
  row.dispose();
});

test('a third variable is not permuted', () => {
  const z = y.map((value, i) => value + 0.1 * a[i]!);
  const known = (first: number[], second: number[]) => knnConditionalMutualInfo(first, second, z);
  const { estimate, pValue } = shuffleTest(known, x, y, { permutations: 19 });
  expect(estimate).toBe(knnConditionalMutualInfo(x, y, z));
  expect(pValue).toBeGreaterThan(0);
});

test('the p-value is NaN if an estimate is NaN', () => {
  expect(shuffleTest(() => NaN, x, y, { permutations: 9 }).pValue).toBeNaN();
  let calls = 0;
  const once = () => (calls++ === 5 ? NaN : 1);
  expect(shuffleTest(once, x, y, { permutations: 9 }).pValue).toBeNaN();
});

test('inputs are not modified, and progress is reported', () => {
  const values = Float64Array.from(x);
  const before = values.slice();
  const told: number[] = [];
  shuffleTest(ksgMutualInfo, values, y, { permutations: 3, onProgress: (done) => told.push(done) });
  expect(values).toEqual(before);
  expect(told).toEqual([1, 2, 3]);
});

test.each([
  [() => shuffleTest(ksgMutualInfo, x, y.slice(1)), 'x, y: expected the same number of samples, got 150 and 149'],
  [() => shuffleTest(ksgMutualInfo, x, y, { permutations: 0 }), 'a whole number above 0'],
  [() => shuffleTest(ksgMutualInfo, x, y, { confidence: 95 }), 'a number between 0 and 1, got 95'],
  [() => shuffleTest('ksg' as never, x, y), 'expected an estimator'],
  [() => shuffleTest(() => '1' as never, x, y), 'returns a number, got "1"'],
  [() => shuffleTest(() => 0, 5, y), 'x: expected a tensor, an array'],
])('%s is rejected', (call, message) => {
  expect(call).toThrow(MetricInputError);
  expect(call).toThrow(message);
});
