import { describe, expect, test } from '@jest/globals';
import * as metrics from 'tfjs-metrics';
import { ClusterMoments, JointMoments, type Samples } from 'tfjs-metrics';
import { normalPair, normalSamples } from './information/neighbors/normalSamples.ts';

const n = 60;
const [x, y] = normalPair(n, 0.7, 1);
const z = normalSamples(n, 4);
const labels = x.map((value) => (value > 0.5 ? 'c' : value > -0.5 ? 'b' : 'a'));
const pairs = (first: number[], second: number[]): number[][] => first.map((value, i) => [value, second[i]!]);

/** Returns values times a power of two. */
type Scale = (values: number[]) => number[];

/** Scores that do not depend on the unit of the samples, applied to samples times a power of two. */
const scores: Record<string, (s: Scale) => number> = {
  'silhouetteScore of distances': (s) =>
    metrics.silhouetteScore(
      x.map((a) => s(x.map((b) => Math.abs(a - b)))),
      labels,
      { metric: 'precomputed' },
    ),
  daviesBouldinScore: (s) => metrics.daviesBouldinScore(pairs(s(x), s(y)), labels),
  calinskiHarabaszScore: (s) => metrics.calinskiHarabaszScore(pairs(s(x), s(y)), labels),
  simplifiedSilhouetteScore: (s) => metrics.simplifiedSilhouetteScore(pairs(s(x), s(y)), labels),
  'ksgMutualInfo, variant 2': (s) => metrics.ksgMutualInfo(s(x), s(y), { variant: 2 }),
  'ksgMutualInfo, lncAlpha': (s) => metrics.ksgMutualInfo(s(x), s(y), { k: 5, lncAlpha: 0.25 }),
  'ksgMutualInfo, std': (s) => metrics.ksgMutualInfo(s(x), y, { standardize: 'std' }),
  'ksgMutualInfo, rank': (s) => metrics.ksgMutualInfo(s(x), y, { standardize: 'rank' }),
  mixedMutualInfo: (s) => metrics.mixedMutualInfo(s(x), s(y)),
  rossMutualInfo: (s) => metrics.rossMutualInfo(s(x), labels),
  knnConditionalMutualInfo: (s) => metrics.knnConditionalMutualInfo(s(x), s(y), s(z)),
  knnTotalCorrelationExplained: (s) => metrics.knnTotalCorrelationExplained(pairs(s(x), s(y)), s(z)),
  mutualInfoRegression: (s) => metrics.mutualInfoRegression(s(x), y)[0]!,
  mutualInfoClassif: (s) => metrics.mutualInfoClassif(s(x), labels)[0]!,
  gaussianCopulaMutualInfo: (s) => metrics.gaussianCopulaMutualInfo(s(x), y),
};
for (const metric of ['euclidean', 'sqeuclidean', 'manhattan', 'cosine', 'chebyshev'] as const) {
  scores[`silhouetteScore, ${metric}`] = (s) => metrics.silhouetteScore(pairs(s(x), s(y)), labels, { metric });
}
for (const between of ['samples', 'centroids'] as const) {
  for (const p of [1, 2, 3, Infinity]) {
    scores[`dunnIndex between ${between}, p = ${p}`] = (s) =>
      metrics.dunnIndex(pairs(s(x), s(y)), labels, { between, p });
  }
}

/** Sample metrics, with two batches that are merged and saved. */
const classes = [
  'SilhouetteScore',
  'SimplifiedSilhouetteScore',
  'DaviesBouldinScore',
  'CalinskiHarabaszScore',
  'DunnIndex',
  'KsgMutualInfo',
  'MixedMutualInfo',
  'GaussianCopulaMutualInfo',
] as const;

/** Returns a metric of two batches that were updated separately, merged and restored from JSON. */
function streamed(Class: new () => metrics.AnyMetric, first: Samples, second: unknown): number {
  const [one, other] = [new Class(), new Class()];
  const parts = [first, second] as readonly (readonly unknown[])[];
  one.update(...parts.map((all) => all.slice(0, 25)));
  other.update(...parts.map((all) => all.slice(25)));
  one.merge(other);
  const saved: unknown = JSON.parse(JSON.stringify(one));
  return (Class as never as typeof metrics.CalinskiHarabaszScore).fromJSON(saved as never).compute();
}
for (const name of classes) {
  const isOfLabels = !/MutualInfo/.test(name);
  scores[name] = (s) =>
    isOfLabels
      ? streamed(metrics[name] as never, pairs(s(x), s(y)), labels)
      : streamed(metrics[name] as never, s(x), s(y));
}

const powers = [-1000, -660, -512, -401, -100, 100, 401, 512, 660, 1020];

/** Returns the value times 2^power, even if 2^power itself overflows. */
const scaledBy =
  (power: number): Scale =>
  (values) =>
    values.map((value) => value * 2 ** Math.trunc(power / 2) * 2 ** (power - Math.trunc(power / 2)));

test.each(Object.entries(scores))('%s is bitwise equal at any scale', (_, score) => {
  const expected = score((values) => values);
  expect(Number.isFinite(expected)).toBe(true);
  for (const power of powers) expect([power, score(scaledBy(power))]).toEqual([power, expected]);
});

describe('logarithms are equal up to rounding', () => {
  const information: Record<string, (s: Scale) => number> = {
    GaussianMutualInfo: (s) => streamed(metrics.GaussianMutualInfo as never, s(x), y),
    'GaussianMutualInfo of both': (s) => streamed(metrics.GaussianMutualInfo as never, s(x), s(y)),
    knnKlDivergence: (s) => metrics.knnKlDivergence(s(x), s(y)),
    'knnKlDivergence, euclidean': (s) =>
      metrics.knnKlDivergence(pairs(s(x), s(y)), pairs(s(y), s(z)), { metric: 'euclidean' }),
    knnTotalCorrelation: (s) => metrics.knnTotalCorrelation(pairs(s(x), s(y))),
    'knnTotalCorrelation, euclidean': (s) => metrics.knnTotalCorrelation(pairs(s(x), s(y)), { metric: 'euclidean' }),
    knnConditionalTotalCorrelation: (s) => metrics.knnConditionalTotalCorrelation(pairs(s(x), s(y)), s(z)),
  };

  test.each(Object.entries(information))('%s', (_, score) => {
    for (const power of powers) {
      expect(score(scaledBy(power))).toBeCloseTo(
        score((values) => values),
        10,
      );
    }
  });

  test.each(['chebyshev', 'euclidean'] as const)(
    'scaling adds the logarithm of the scale to entropies, %s',
    (metric) => {
      const entropy = (s: Scale): number => metrics.knnEntropy(pairs(s(x), s(y)), { metric });
      for (const power of powers) {
        const growth = entropy(scaledBy(power)) - entropy((values) => values);
        expect(growth).toBeCloseTo(2 * power * Math.LN2, 9);
      }
    },
  );
});

describe('moments of different scales', () => {
  const apart = (s: Scale): ClusterMoments => ClusterMoments.of(s([1, 3, 9, 11]), [0, 0, 1, 1]);

  test('keep the units of samples', () => {
    const [{ mean, dispersion }] = apart(scaledBy(-450)).clusters as [metrics.ClusterMoment];
    expect([mean[0], dispersion]).toEqual([2 * 2 ** -450, 2 * 2 ** -900]);
    expect(apart(scaledBy(600)).clusters[0]!.dispersion).toBe(Infinity);
    const joint = JointMoments.of(scaledBy(600)([1, 3]), scaledBy(-600)([2, 6]));
    expect(joint.covariance()).toEqual([
      [Infinity, 4],
      [4, 0],
    ]);
  });

  test.each([-600, 600])('merge with samples of ordinary scale, at 2^%i', (power) => {
    const whole = [1, 3, 9, 11, ...scaledBy(power)([1, 3, 9, 11])];
    const both = [0, 0, 1, 1, 0, 0, 1, 1];
    const merged = ClusterMoments.of([], []);
    merged.merge(apart((values) => values));
    merged.merge(apart(scaledBy(power)));
    const expected = metrics.calinskiHarabaszScore(whole, both);
    expect(metrics.calinskiHarabaszScore(merged)).toBeCloseTo(expected, 12);
  });

  test('zeros adopt the scale of later samples', () => {
    const moments = ClusterMoments.of([0, 0], [0, 1]);
    const restored = ClusterMoments.fromJSON(JSON.parse(JSON.stringify(moments)));
    const tiny = scaledBy(-700)([1, 2, 5, 7]);
    for (const each of [moments, restored]) each.add(tiny, [0, 0, 1, 1]);
    const expected = metrics.calinskiHarabaszScore([0, 0, 1, 2, 5, 7], [0, 1, 0, 0, 1, 1]);
    expect(metrics.calinskiHarabaszScore(moments)).toBeCloseTo(expected, 12);
    expect(metrics.calinskiHarabaszScore(restored)).toBeCloseTo(expected, 12);
  });
});
