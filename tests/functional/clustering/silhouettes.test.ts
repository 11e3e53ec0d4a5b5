import { describe, expect, test } from '@jest/globals';
import { MetricInputError, SilhouetteScore, silhouetteSamples, silhouetteScore, type Label } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

type Distance = (x: readonly number[], y: readonly number[]) => number;

const differences = (x: readonly number[], y: readonly number[]): number[] =>
  x.map((value, j) => Math.abs(value - y[j]!));
const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, j) => sum + value * y[j]!, 0);
const distances: Readonly<Record<string, Distance>> = {
  euclidean: (x, y) => Math.hypot(...differences(x, y)),
  sqeuclidean: (x, y) => Math.hypot(...differences(x, y)) ** 2,
  manhattan: (x, y) => differences(x, y).reduce((sum, value) => sum + value, 0),
  chebyshev: (x, y) => Math.max(...differences(x, y)),
  cosine: (x, y) => 1 - dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y) || Infinity),
};

/** Silhouettes computed directly from their definition. */
function bySamples(data: readonly number[][], labels: readonly Label[], distance: Distance) {
  const clusters = [...new Set(labels)];
  return data.map((x, i) => {
    const means = clusters.map((label) => {
      const others = data.filter((_, j) => j !== i && labels[j] === label);
      return others.reduce((sum, y) => sum + distance(x, y), 0) / others.length;
    });
    const own = clusters.indexOf(labels[i]!);
    const a = means[own]!;
    const b = Math.min(...means.filter((_, k) => k !== own));
    return Number.isNaN(a) || Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
}

const N = 171;
const labels = Array.from({ length: N }, (_, i) => (i === 7 ? 'alone' : 'abc'[hash32(i, 1) % 3]!));
const data = labels.map((label, i) =>
  [0, 1, 2].map((j) => (label.charCodeAt(0) - 97) * j + hash32(3 * i + j, 2) / 2 ** 31 - 1),
);
const three = labels.map((label) => (label === 'alone' ? 'a' : label));
const metrics = Object.keys(distances) as ('euclidean' | 'sqeuclidean' | 'manhattan')[];

describe.each(metrics)('%s', (metric) => {
  const distance = distances[metric]!;

  test.each([40, N])('silhouettes of %d samples equal the definition', (n) => {
    const [some, theirs] = [data.slice(0, n), labels.slice(0, n)];
    const expected = bySamples(some, theirs, distance);
    const actual = silhouetteSamples(some, theirs, { metric });
    expected.forEach((value, i) => {
      expectClose(actual[i]!, value);
    });
    const mean = expected.reduce((sum, value) => sum + value, 0) / n;
    expectClose(silhouetteScore(some, theirs, { metric }), mean);
    expectClose(silhouetteScore(some, theirs, { metric, sampleSize: n }), mean);
  });

  test('samples of zeros and clusters of such samples equal the definition', () => {
    const withZeros = data.map((row, i) => (i % 11 === 0 || labels[i] === 'b' ? [0, 0, 0] : row));
    const expected = bySamples(withZeros, labels, distance);
    const actual = silhouetteSamples(withZeros, labels, { metric });
    expected.forEach((value, i) => {
      expectClose(actual[i]!, value);
    });
  });

  test('precomputed distances give the same silhouettes', () => {
    const matrix = data.map((x, i) => data.map((y, j) => (i === j ? 0 : distance(x, y))));
    const given = silhouetteScore(matrix, labels, { metric: 'precomputed' });
    expectClose(given, silhouetteScore(data, labels, { metric }));
  });

  test('equal samples have silhouettes of 0', () => {
    const same = labels.map(() => [1, 2, 2]);
    expect([...silhouetteSamples(same, labels, { metric })].every((value) => value === 0)).toBe(true);
  });
});

test('a sample that is alone in its cluster has a silhouette of 0, and counts in the mean', () => {
  const values = silhouetteSamples([0, 1, 9], ['a', 'a', 'b']);
  expect(values[2]).toBe(0);
  expectClose(silhouetteScore([0, 1, 9], ['a', 'a', 'b']), (values[0]! + values[1]!) / 3);
});

test('sampleSize draws a subset, deterministic for a seed, that scores close to all samples', () => {
  const score = (seed: number): number => silhouetteScore(data, three, { sampleSize: 100, seed });
  expect(score(1)).toBe(score(1));
  expect(score(2)).not.toBe(score(1));
  const seeds = Array.from({ length: 200 }, (_, seed) => score(seed));
  const mean = seeds.reduce((sum, value) => sum + value, 0) / seeds.length;
  expect(Math.abs(mean - silhouetteScore(data, three))).toBeLessThan(0.01);
});

test('a random subset without some clusters scores the remaining ones', () => {
  const chosen = Array.from({ length: 30 }, (_, seed) =>
    silhouetteScore(data, labels, { sampleSize: 4, seed, onUndefined: -2 }),
  );
  expect(chosen.every((score) => score === -2 || (score >= -1 && score <= 1))).toBe(true);
  expect(new Set(chosen).size).toBeGreaterThan(5);
});

test('a streaming metric keeps at most maxSamples samples', () => {
  const metric = new SilhouetteScore({ maxSamples: 100, seed: 3 });
  for (let i = 0; i < N; i += 10) metric.update(data.slice(i, i + 10), three.slice(i, i + 10));
  expect(Math.abs(metric.compute() - silhouetteScore(data, three))).toBeLessThan(0.1);
  const { state } = JSON.parse(JSON.stringify(metric)) as { state: { samples: { seen: number } } };
  expect(state.samples.seen).toBe(N);
  expect(JSON.stringify(state).length).toBeLessThan(100 * 4 * 24);
});

test.each([
  [
    [
      [0, 1],
      [2, 0],
    ],
    'expected the same distance as [0][1], got 2 and 1',
  ],
  [
    [
      [1, 1],
      [1, 0],
    ],
    'expected 0, the distance of a sample from itself, got 1',
  ],
  [
    [
      [0, -1],
      [-1, 0],
    ],
    'expected a distance, 0 or more, got -1',
  ],
  [
    [
      [0, 1, 2],
      [1, 0, 2],
    ],
    'expected distances of shape [N, N]',
  ],
])('the distances %j are rejected', (matrix, message) => {
  const score = (): number => silhouetteScore(matrix, [0, 1], { metric: 'precomputed' });
  expect(score).toThrow(MetricInputError);
  expect(score).toThrow(message);
});

test('an offset of a million loses no precision, except for squared distances that of a mean', () => {
  const onGrid = data.map((row) => row.map((value) => Math.round(value * 1024) / 1024));
  const moved = onGrid.map((row) => row.map((value) => value + 1e6));
  for (const metric of ['euclidean', 'sqeuclidean', 'manhattan', 'chebyshev'] as const) {
    expectClose(
      silhouetteScore(moved, labels, { metric }),
      silhouetteScore(onGrid, labels, { metric }),
      metric === 'sqeuclidean' ? 1e-10 : 1e-12,
    );
  }
});

describe('precomputed distances', () => {
  const values = [0.2, 0.7, 0.1, 5.3, 5.9, 6.4];
  const groups = [0, 0, 0, 1, 1, 1];
  const exact = values.map((a) => values.map((b) => Math.abs(a - b)));
  const metric = 'precomputed';
  const scoreOf = (matrix: number[][]): number => silhouetteScore(matrix, groups, { metric });

  test('can have float32 rounding errors on the diagonal, in symmetry and below 0', () => {
    const rounded = exact.map((row, i) => row.map((far, j) => (i === j ? 1.8e-7 : far * (i < j ? 1 : 1 + 3e-7))));
    expect(scoreOf(rounded)).toBeCloseTo(scoreOf(exact), 6);
    const signed = exact.map((row) => row.map((far) => (far === 0 ? -1.8e-7 : far)));
    expect(scoreOf(signed)).toBe(scoreOf(exact));
    const large = rounded.map((row) => row.map((far) => far * 1e30));
    expect(scoreOf(large)).toBeCloseTo(scoreOf(exact), 6);
  });

  test.each([
    [1, 1, 0.01, 'distances[1][1]: expected 0, the distance of a sample from itself, got 0.01'],
    [2, 1, -0.5, 'distances[2][1]: expected a distance, 0 or more, got -0.5'],
    [1, 2, -0.5, 'distances[1][2]: expected a distance, 0 or more, got -0.5'],
    [1, 0, 0.6, 'distances[1][0]: expected the same distance as [0][1], got 0.6 and 0.5'],
  ])('are rejected with position and value: [%i][%i] of %f', (i, j, value, message) => {
    const spoilt = exact.map((row) => row.map((far) => Math.round(10 * far) / 10));
    spoilt[i]![j] = value;
    expect(() => scoreOf(spoilt)).toThrow(MetricInputError);
    expect(() => scoreOf(spoilt)).toThrow(message);
  });

  test('are drawn like samples', () => {
    for (const seed of [1, 2, 3]) {
      const options = { sampleSize: 4, seed, onUndefined: -2 };
      const expected = silhouetteScore(values, groups, options);
      expect(silhouetteScore(exact, groups, { ...options, metric })).toBeCloseTo(expected, 12);
    }
  });
});
