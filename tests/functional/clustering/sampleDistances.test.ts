import { describe, expect, test } from '@jest/globals';
import {
  DunnIndex,
  dunnIndex,
  MetricInputError,
  SilhouetteScore,
  silhouetteSamples,
  silhouetteScore,
  type DistanceFunction,
} from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

const N = 24;
const data = Array.from({ length: N }, (_, i) =>
  [0, 1, 2].map((j) => ((7 * i * i + 3 * j * i) % 19) / 4 + (j === 1 ? 0 : 6 * Math.floor(i / 8))),
);
const labels = Array.from({ length: N }, (_, i) => (i % 11 === 0 ? 0 : Math.floor(i / 8)));

const sum = (a: Float64Array, b: Float64Array, term: (x: number, y: number) => number): number =>
  a.reduce((total, x, j) => total + term(x, b[j]!), 0);
const canberra: DistanceFunction = (a, b) =>
  sum(a, b, (x, y) => (x === y ? 0 : Math.abs(x - y) / (Math.abs(x) + Math.abs(y))));
const brayCurtis: DistanceFunction = (a, b) =>
  sum(a, b, (x, y) => Math.abs(x - y)) / sum(a, b, (x, y) => Math.abs(x + y));
const minkowski =
  (p: number): DistanceFunction =>
  (a, b) =>
    sum(a, b, (x, y) => Math.abs(x - y) ** p) ** (1 / p);

/**
 * scikit-learn 1.2.1: `silhouette_score(data, labels, metric=…)`, `silhouette_samples(…)[13]`, and the Dunn index
 * `D[~same].min() / D[same].max()` with `D = pairwise_distances(data, metric=…)`.
 */
const references = [
  [{ metric: 'euclidean' }, 0.4168487684282895, 0.6260120878365176, 0.02898855178262242],
  [{ metric: 'sqeuclidean' }, 0.5526009420483518, 0.8613338084209277, 0.0008403361344537816],
  [{ metric: 'manhattan' }, 0.42391188929937007, 0.6303763440860215, 0.02459016393442623],
  [{ metric: 'cosine' }, -0.14446278981858887, -0.7092210768148021, 0.00020490462463673698],
  [{ metric: 'chebyshev' }, 0.41384801270831617, 0.5900537634408602, 0.037037037037037035],
  [{ metric: 'minkowski', p: 3 }, 0.41419509220329814, 0.6198423731066718, 0.03074394698682002],
  [{ metric: 'minkowski', p: 1.5 }, 0.41938776613794754, 0.6288016563056605, 0.027472590593774677],
  [{ metric: minkowski(3) }, 0.41419509220329814, 0.6198423731066718, 0.03074394698682002],
  [{ metric: canberra }, 0.16057710519437052, 0.5531244625806614, 0.01692552767821585],
  [{ metric: brayCurtis }, 0.2761160473906836, 0.5757771554373907, 0.012145748987854251],
] as const;

test.each(references)(
  'silhouettes and the Dunn index with %p equal those of scikit-learn',
  (options, mean, one, dunn) => {
    expectClose(silhouetteScore(data, labels, options), mean);
    expectClose(silhouetteSamples(data, labels, options)[13]!, one);
    expectClose(dunnIndex(data, labels, { ...options, between: 'samples' }), dunn, 1e-10);
  },
);

test('the Minkowski distances of order 1, 2 and Infinity equal the named distances', () => {
  for (const [p, metric] of [
    [1, 'manhattan'],
    [2, 'euclidean'],
    [Infinity, 'chebyshev'],
  ] as const) {
    const expected = silhouetteScore(data, labels, { metric });
    expect(silhouetteScore(data, labels, { metric: 'minkowski', p })).toBe(expected);
    expect(silhouetteScore(data, labels, { p })).toBe(expected);
    expect(dunnIndex(data, labels, { metric })).toBe(dunnIndex(data, labels, { p }));
  }
});

test('all norms agree for one feature', () => {
  const values = data.map(([x]) => x!);
  const expected = [silhouetteScore(values, labels), dunnIndex(values, labels)];
  for (const options of [
    { metric: 'manhattan' },
    { metric: 'chebyshev' },
    { p: 3 },
    { metric: minkowski(1) },
  ] as const) {
    expectClose(silhouetteScore(values, labels, options), expected[0]!);
    expectClose(dunnIndex(values, labels, options), expected[1]!);
  }
});

describe('a distance function', () => {
  const seen = new Set<number>();
  const largest: DistanceFunction = (a, b) => {
    for (const value of [...a, ...b]) seen.add(value);
    return Math.max(...a.map((x, j) => Math.abs(x - b[j]!)));
  };

  test('receives samples of extreme scale unchanged', () => {
    for (const scale of [2 ** -900, 2 ** 900]) {
      seen.clear();
      const scaled = data.map((row) => row.map((value) => value * scale));
      const metric = 'chebyshev';
      expectClose(silhouetteScore(scaled, labels, { metric: largest }), silhouetteScore(data, labels, { metric }));
      expect(seen).toEqual(new Set(scaled.flat()));
      expectClose(dunnIndex(scaled, labels, { metric: largest }), dunnIndex(data, labels, { metric }));
    }
  });

  test('works with sampleSize, float32 values and ignored labels', () => {
    const options = { sampleSize: 15, seed: 4, ignoreLabel: 2 };
    const expected = silhouetteScore(data, labels, { ...options, metric: 'chebyshev' });
    expectClose(silhouetteScore(data, labels, { ...options, metric: largest }), expected);
    const rows = data.map((row) => Float32Array.from(row));
    expectClose(silhouetteScore(rows as never, labels, { ...options, metric: largest }), expected);
  });

  test.each([NaN, -1, 1e308, Infinity, '3', undefined, 2n])('that returns %p is rejected', (value) => {
    const metric = (() => value) as unknown as DistanceFunction;
    const points = [
      [1, 2],
      [1, 3],
      [5, 5],
    ];
    const given = [points, [0, 0, 1], { metric }] as const;
    for (const refused of [
      () => silhouetteScore(...given),
      () => silhouetteSamples(...given),
      () => dunnIndex(...given),
    ]) {
      expect(refused).toThrow(MetricInputError);
      expect(refused).toThrow(
        /option "metric": expected a distance from 0 to 1e\+300, got .+ for the samples \[.*\] and \[.*\]$/,
      );
    }
  });

  test('is reported with the samples that it fails for, abbreviated', () => {
    const metric: DistanceFunction = (a, b) => a[0]! - b[0]!;
    const points = [
      [1, 2, 3, 4, 5],
      [2, 2, 2, 2, 2],
      [0, 0, 0, 0, 0],
    ];
    expect(() => silhouetteScore(points, [0, 0, 1], { metric })).toThrow(
      'silhouetteScore: option "metric": expected a distance from 0 to 1e+300, got -1 for the samples [1, 2, 3, 4, …] and [2, 2, 2, 2, …]',
    );
  });
});

describe('streaming metrics', () => {
  test('use the selected distance and keep it in a snapshot', () => {
    for (const options of [{ metric: 'cosine' }, { metric: 'minkowski', p: 3 }, { p: Infinity }] as const) {
      const silhouette = new SilhouetteScore(options);
      const dunn = new DunnIndex({ ...options, between: 'samples' });
      silhouette.update(data, labels);
      dunn.update(data, labels);
      const restored = SilhouetteScore.fromJSON(JSON.parse(JSON.stringify(silhouette)));
      expect(restored.compute()).toBe(silhouetteScore(data, labels, options));
      const dunnAgain = DunnIndex.fromJSON(JSON.parse(JSON.stringify(dunn)));
      expect(dunnAgain.compute()).toBe(dunnIndex(data, labels, { ...options, between: 'samples' }));
    }
  });

  test('reject a function, which a snapshot cannot store', () => {
    const metric = canberra as never;
    expect(() => new SilhouetteScore({ metric })).toThrow(
      'SilhouetteScore: option "metric": expected one of "euclidean", "sqeuclidean", "manhattan", "cosine", "chebyshev", "minkowski", "precomputed", since a snapshot cannot store a function (silhouetteScore accepts one), got a function',
    );
    expect(() => new DunnIndex({ metric })).toThrow('(dunnIndex accepts one), got a function');
  });
});

test('orders below 1 or for other distances, and unknown distances, are rejected', () => {
  const scores = [
    (options: object) => silhouetteScore(data, labels, options),
    (options: object) => silhouetteSamples(data, labels, options),
    (options: object) => dunnIndex(data, labels, options),
    (options: object) => new SilhouetteScore(options),
    (options: object) => new DunnIndex(options),
  ];
  for (const score of scores) {
    expect(() => score({ metric: 'cosine', p: 3 })).toThrow(
      'option "p": expected the metric "minkowski", got "cosine"',
    );
    expect(() => score({ p: 0.5 })).toThrow('option "p": expected a number of at least 1, or Infinity, got 0.5');
    expect(() => score({ p: NaN })).toThrow('option "p"');
    expect(() => score({ metric: 'cityblock' })).toThrow('option "metric": expected one of "euclidean"');
  }
  expect(() => dunnIndex(data, labels, { metric: 'precomputed' as never })).toThrow('option "metric"');
  expect(() => dunnIndex(data, labels, { metric: canberra, p: 2 })).toThrow('got a function');
});
