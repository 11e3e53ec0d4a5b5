import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { CalinskiHarabaszScore, calinskiHarabaszScore, daviesBouldinScore, dunnIndex } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const D = 5;
const K = 3;

/** Values on a grid of 2⁻¹⁰, which stay exact in float64 with an offset of a million. */
function samples(n: number): { data: number[][]; labels: number[] } {
  const labels = Array.from({ length: n }, (_, i) => hash32(i, 1) % K);
  const data = labels.map((k, i) => Array.from({ length: D }, (_, j) => k + (hash32(i * D + j, 2) % 2048) / 1024));
  return { data, labels };
}

const mapped = (data: number[][], change: (value: number, row: number) => number): number[][] =>
  data.map((row, i) => row.map((value) => change(value, i)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const meanOf = (rows: number[][]): number[] => rows[0]!.map((_, j) => sum(rows.map((row) => row[j]!)) / rows.length);

function dispersion(rows: number[][]): number {
  const mean = meanOf(rows);
  return sum(rows.map((row) => sum(row.map((value, j) => (value - mean[j]!) ** 2))));
}

// Below and above the number of samples from which on WebAssembly is used.
describe.each([50, 4000])('of %d samples', (n) => {
  const { data, labels } = samples(n);

  test.each([1e6, -1e6])('an offset of %d loses no precision beyond that of a mean', (offset) => {
    const moved = mapped(data, (value) => value + offset);
    for (const score of [calinskiHarabaszScore, daviesBouldinScore, dunnIndex] as const) {
      expectClose(score(moved, labels), score(data, labels), 1e-10);
    }
  });

  test('clusters that are a million apart lose no precision', () => {
    const apart = mapped(data, (value, i) => value + 1e6 * labels[i]!);
    const metric = new CalinskiHarabaszScore();
    for (let i = 0; i < n; i += 7) metric.update(apart.slice(i, i + 7), labels.slice(i, i + 7));
    const clusterOf = (rows: number[][], k: number) => rows.filter((_, i) => labels[i] === k);
    const clusters = Array.from({ length: K }, (_, k) => k);
    // The dispersion of a cluster does not depend on its position.
    const within = sum(clusters.map((k) => dispersion(clusterOf(data, k))));
    const centered = apart.map((_, i) => meanOf(clusterOf(apart, labels[i]!)));
    const expected = (dispersion(centered) / (K - 1)) * ((n - K) / within);
    expect(Math.abs(calinskiHarabaszScore(apart, labels) / expected - 1)).toBeLessThan(1e-12);
    expect(Math.abs(metric.compute() / expected - 1)).toBeLessThan(1e-10);
  });

  test('a first sample that is an outlier loses no precision', () => {
    const far = mapped(data, (value, i) => (i < K ? value + 1e6 : value));
    const back = [...far.keys()].reverse();
    const reversed = [back.map((i) => far[i]!), back.map((i) => labels[i]!)] as const;
    expectClose(calinskiHarabaszScore(far, labels), calinskiHarabaszScore(...reversed), 1e-11);
    expectClose(daviesBouldinScore(far, labels), daviesBouldinScore(...reversed));
  });

  test.each([1e-10, 1e-30, 1e-100, 1e100])('scores do not depend on a scale of %d', (scale) => {
    const scaled = mapped(data, (value) => value * scale);
    expectClose(calinskiHarabaszScore(scaled, labels), calinskiHarabaszScore(data, labels));
    expectClose(daviesBouldinScore(scaled, labels), daviesBouldinScore(data, labels));
    expectClose(dunnIndex(scaled, labels), dunnIndex(data, labels));
  });

  test('float32 tensors with an offset of a million score like their values', () => {
    const tensor = tf.tensor2d(mapped(data, (value) => value + 1e6));
    const rounded = tensor.arraySync();
    for (const score of [calinskiHarabaszScore, daviesBouldinScore, dunnIndex] as const) {
      expect(score(tensor, labels)).toBe(score(rounded, labels));
      expectClose(
        score(tensor, labels),
        score(
          mapped(rounded, (value) => value - 1e6),
          labels,
        ),
        1e-10,
      );
    }
    tensor.dispose();
  });
});

test('many batches give the same precision as one', () => {
  const { data, labels } = samples(300);
  const metric = new CalinskiHarabaszScore();
  const moved = mapped(data, (value) => value + 1e6);
  const flat = { data: Float64Array.from(moved.flat()), shape: [300, D] } as const;
  for (let batch = 0; batch < 2000; batch++) metric.update(flat, Int32Array.from(labels));
  // Repeated samples have the same means and shares; only the degrees of freedom differ.
  const once = calinskiHarabaszScore(data, labels) / (300 - K);
  expectClose(metric.compute() / (2000 * 300 - K), once, 1e-10);
});

/** Four samples on a square and two on a diagonal, with their clusters. */
const SQUARE_AND_PAIR: [data: number[][], labels: number[]] = [
  [
    [0, 0],
    [2, 0],
    [0, 2],
    [2, 2],
    [9, 9],
    [11, 11],
  ],
  [0, 0, 0, 0, 1, 1],
];

test('by default the Dunn index is the smallest distance of centroids over the largest distance from one, for any p-norm', () => {
  const [data, labels] = SQUARE_AND_PAIR;
  expectClose(dunnIndex(data, labels), (9 * Math.SQRT2) / Math.SQRT2);
  expectClose(dunnIndex(data, labels, { p: 1 }), 18 / 2);
  expectClose(dunnIndex(data, labels, { p: Infinity }), 9 / 1);
});

test("between: 'samples' is the smallest distance between clusters over the largest diameter", () => {
  const [data, labels] = SQUARE_AND_PAIR;
  const given = { between: 'samples' } as const;
  expectClose(dunnIndex(data, labels, given), (7 * Math.SQRT2) / (2 * Math.SQRT2));
  expectClose(dunnIndex(data, labels, { ...given, p: 1 }), 14 / 4);
  expectClose(dunnIndex(data, labels, { ...given, p: Infinity }), 7 / 2);
});

test('with clusters of equal samples, two of them at the same point, the Dunn and Davies–Bouldin scores are 0/0', () => {
  const given = [
    [0, 0, 0, 0, 5, 5],
    ['a', 'a', 'b', 'b', 'c', 'c'],
  ] as const;
  for (const score of [dunnIndex, daviesBouldinScore] as const) {
    expect(score(...given)).toBeNaN();
    expect(() => score(...given, { onUndefined: 'throw' })).toThrow('two clusters lie at the same point');
  }
  expect(dunnIndex(...given, { between: 'samples' })).toBeNaN();
});

test.each([
  ['two clusters at one point', [0, 0, 0, 0], NaN],
  ['two clusters that spread around the same mean', [-1, 1, -2, 2], Infinity],
  ['two clusters that do not spread', [0, 0, 1, 1], 0],
])('Davies–Bouldin of %s', (_, data, expected) => {
  expect(daviesBouldinScore(data, [0, 0, 1, 1])).toBe(expected);
});

test.each([
  ['equal samples', [1, 1, 1, 1], NaN],
  ['clusters that do not spread', [0, 0, 1, 1], Infinity],
  ['clusters of the same mean', [-1, 1, -2, 2], 0],
])('Calinski–Harabasz of %s', (_, data, expected) => {
  expect(calinskiHarabaszScore(data, [0, 0, 1, 1])).toBe(expected);
});
