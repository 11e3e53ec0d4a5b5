import { describe, expect, test } from '@jest/globals';
import {
  knnConditionalMutualInfo,
  gaussianCopulaMutualInfo,
  ksgMutualInfo,
  mixedMutualInfo,
  mutualInfoClassif,
  mutualInfoRegression,
  mutualInfoScore,
  rossMutualInfo,
  knnTotalCorrelationExplained,
} from 'tfjs-metrics';
import { RandomSource } from '../../../../src/numeric/random/randomSource.ts';
import { shuffle } from '../../../../src/numeric/random/shuffle.ts';
import { permutations } from '../../clustering/permutations.ts';
import { normalPair, normalSamples } from './normalSamples.ts';

const n = 120;
const [first, second] = normalPair(n, 0.6, 3);
const third = normalSamples(n, 8);
const thirds = second.map((value) => (value < -0.5 ? 'low' : value < 0.5 ? 'middle' : 'high'));

/** Estimators whose mean is 0 if x is independent of the other variables. */
const estimators: Record<string, (x: number[], y: number[], z: number[]) => number> = {
  'ksgMutualInfo, variant 1': (x, y) => ksgMutualInfo(x, y),
  'ksgMutualInfo, variant 2': (x, y) => ksgMutualInfo(x, y, { variant: 2 }),
  'ksgMutualInfo, lncAlpha': (x, y) => ksgMutualInfo(x, y, { lncAlpha: 0.25, k: 5 }),
  'ksgMutualInfo, standardized': (x, y) => ksgMutualInfo(x, y, { standardize: 'std' }),
  'ksgMutualInfo, ranks': (x, y) => ksgMutualInfo(x, y, { standardize: 'rank' }),
  'ksgMutualInfo, two columns': (x, y, z) =>
    ksgMutualInfo(
      x,
      y.map((value, i) => [value, z[i]!]),
    ),
  mixedMutualInfo: (x, y) => mixedMutualInfo(x, y),
  knnConditionalMutualInfo,
  knnTotalCorrelationExplained: (x, y, z) =>
    knnTotalCorrelationExplained(
      y.map((value, i) => [value, z[i]!]),
      x,
    ),
  rossMutualInfo: (x) => rossMutualInfo(x, thirds),
  mutualInfoClassif: (x) => mutualInfoClassif(x, thirds, { clip: false })[0]!,
  'mutualInfoRegression, continuous': (x, y) => mutualInfoRegression(x, y, { clip: false })[0]!,
  'mutualInfoRegression, discrete': (x) =>
    mutualInfoRegression(
      thirds.map((name) => name.length),
      x,
      { clip: false, discreteFeatures: true },
    )[0]!,
  gaussianCopulaMutualInfo: (x, y) => gaussianCopulaMutualInfo(x, y, { biasCorrection: true }),
};

const kinds: Record<string, (values: number[]) => number[]> = {
  'rounded to 3 digits': (values) => values.map((value) => Math.round(1000 * value) / 1000),
  'rounded to 2 digits': (values) => values.map((value) => Math.round(100 * value) / 100),
  'rounded to 1 digit': (values) => values.map((value) => Math.round(10 * value) / 10),
  'that are counts': (values) => values.map((value) => Math.max(0, Math.floor(1.5 * value + 1.5))),
  'that are often 0': (values) => values.map((value) => Math.max(0, value)),
  'that are evenly spaced': (values) => {
    const sorted = values.slice().sort((a, b) => a - b);
    return values.map((value) => sorted.indexOf(value));
  },
};

describe.each(Object.entries(estimators))('%s', (_, estimate) => {
  test.each(Object.entries(kinds))('is 0 on average for shuffled values %s', (__, kind) => {
    const [x, y, z] = [first, second, third].map(kind);
    const random = RandomSource.of(5);
    const draws = Array.from({ length: 60 }, () => {
      const order = Int32Array.from({ length: n }, (___, i) => i);
      shuffle(order, random);
      return estimate(
        Array.from(order, (i) => x![i]!),
        y!,
        z!,
      );
    });
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const squares = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (draws.length - 1) / draws.length);
    expect(Math.abs(mean)).toBeLessThan(3 * error);
  });
});

describe('over all permutations of one variable', () => {
  const orders = [...permutations([0, 1, 2, 3, 4, 5])];
  const x = [0, 1, 1, 2, 2, 3];
  const y = [4, 0, 0, 2, 2, 1];
  const meanOver = (estimate: (x: number[]) => number): number =>
    orders.reduce((sum, order) => sum + estimate(order.map((i) => x[i]!)), 0) / orders.length;

  test.each([1, 2, 3])('the mean estimate is exactly 0 with ties, k = %i', (k) => {
    expect(meanOver((shuffled) => ksgMutualInfo(shuffled, y, { k }))).toBeCloseTo(0, 12);
    expect(meanOver((shuffled) => rossMutualInfo(shuffled, [0, 0, 0, 1, 1, 1], { k }))).toBeCloseTo(0, 12);
  });

  test("the mean of the mixed estimator is ln N − ψ(N), as in its authors' program", () => {
    const psi = 1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 - 0.5772156649015329;
    const mean = meanOver((shuffled) => mixedMutualInfo(shuffled, y, { k: 2 }));
    expect(mean).toBeCloseTo(Math.log(6) - psi, 12);
  });
});

test('integer counts have the mutual information of their table with every estimator', () => {
  const [x, y] = normalPair(1000, 0.9, 5).map(kinds['that are counts']!);
  const labels = y!.map(String);
  const exact = mutualInfoScore(x!, y!, { estimator: 'grassberger' });
  for (const estimate of [
    ksgMutualInfo(x!, y!),
    ksgMutualInfo(x!, y!, { variant: 2 }),
    ksgMutualInfo(x!, y!, { lncAlpha: 0.25 }),
    mixedMutualInfo(x!, y!),
    rossMutualInfo(x!, labels),
  ]) {
    expect(Math.abs(estimate - exact)).toBeLessThan(0.03);
  }
});

test('rounding the variables changes an estimate only slightly', () => {
  const [x, y] = normalPair(1000, 0.8, 6);
  const rounded = [x, y].map(kinds['rounded to 1 digit']!);
  expect(Math.abs(ksgMutualInfo(rounded[0]!, rounded[1]!) - ksgMutualInfo(x, y))).toBeLessThan(0.05);
});
