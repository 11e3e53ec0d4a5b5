import { describe, expect, test } from '@jest/globals';
import {
  ContingencyTable,
  gaussianCopulaMutualInfo,
  gaussianMutualInfo,
  gaussianPointwiseMutualInfo,
  JointMoments,
  ksgMutualInfo,
  ksgPointwiseMutualInfo,
  mixedMutualInfo,
  mixedPointwiseMutualInfo,
  mutualInfoScore,
  pointwiseMutualInfo,
} from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const N = 300;
const labelsOf = (labels: number, seed: number): number[] =>
  Array.from({ length: N }, (_, i) => hash32(i, seed) % labels);
const target = labelsOf(5, 1);
const preds = target.map((label, i) => (hash32(i, 2) % 3 === 0 ? hash32(i, 3) % 7 : label));
const uniform = (seed: number): number[] => Array.from({ length: N }, (_, i) => hash32(i, seed) / 2 ** 32);
const x = uniform(4).map((value, i) => [value, uniform(5)[i]!]);
const y = uniform(6).map((value, i) => x[i]![0]! + value / 2);
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('pointwiseMutualInfo', () => {
  const share = (isIn: (i: number) => boolean): number => target.filter((_, i) => isIn(i)).length / N;

  test('is the logarithm of p(x, y) / (p(x) p(y)), from counting samples', () => {
    const pairs = pointwiseMutualInfo(preds, target, { base: 2 });
    expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBe(N);
    for (const { pred, target: label, count, mutualInfo } of pairs) {
      const both = share((i) => preds[i] === pred && target[i] === label);
      expect(count).toBe(Math.round(both * N));
      const chance = share((i) => preds[i] === pred) * share((i) => target[i] === label);
      expectClose(mutualInfo, Math.log2(both / chance), 1e-12);
    }
  });

  test('has mutualInfoScore as its mean, for labels, weights and tables', () => {
    const sampleWeight = uniform(7);
    for (const [pairs, score] of [
      [pointwiseMutualInfo(preds, target), mutualInfoScore(preds, target)],
      [pointwiseMutualInfo(preds, target, { sampleWeight }), mutualInfoScore(preds, target, { sampleWeight })],
      [
        pointwiseMutualInfo(ContingencyTable.of(preds, target), { ignoreLabel: 3 }),
        mutualInfoScore(preds, target, { ignoreLabel: 3 }),
      ],
    ] as const) {
      const n = pairs.reduce((sum, { count }) => sum + count, 0);
      expectClose(pairs.reduce((sum, { count, mutualInfo }) => sum + count * mutualInfo, 0) / n, score, 1e-12);
    }
  });

  test('is exactly 0 for independent labels, and keeps its digits near independence', () => {
    const even = pointwiseMutualInfo([0, 0, 1, 1], [0, 1, 0, 1]);
    expect(even.map(({ mutualInfo }) => mutualInfo)).toEqual([0, 0, 0, 0]);
    const table = ContingencyTable.fromMatrix([
      [1e9 + 1, 1e9],
      [1e9, 1e9],
    ]);
    // n nᵢⱼ − aᵢ bⱼ = (4e9 + 1)(1e9 + 1) − (2e9 + 1)² = 1e9.
    expectClose(pointwiseMutualInfo(table)[0]!.mutualInfo / Math.log1p(1e9 / (2e9 + 1) ** 2), 1);
  });

  test('normalized, it is 1 for labels that only occur together', () => {
    expect(pointwiseMutualInfo([0, 0, 1], ['a', 'a', 'b'], { normalize: true })).toEqual([
      { pred: 0, target: 'a', count: 2, mutualInfo: 1 },
      { pred: 1, target: 'b', count: 1, mutualInfo: 1 },
    ]);
    expect(pointwiseMutualInfo([0, 0], [1, 1], { normalize: true })[0]!.mutualInfo).toBe(1);
    for (const { mutualInfo } of pointwiseMutualInfo(preds, target, { normalize: true })) {
      expect(Math.abs(mutualInfo)).toBeLessThanOrEqual(1);
    }
  });

  test('has no pairs without samples, and stays finite for extreme weights', () => {
    expect(pointwiseMutualInfo([], [])).toEqual([]);
    for (const sampleWeight of [1e-200, 1e59]) {
      const [pair] = pointwiseMutualInfo(['x', 'x', 'y', 'y'], [0, 0, 0, 1], { sampleWeight });
      expectClose(pair!.mutualInfo, Math.log(4 / 3), 1e-14);
    }
  });
});

describe('pointwise values of samples', () => {
  test.each([
    ['ksg', ksgPointwiseMutualInfo(x, y), ksgMutualInfo(x, y)],
    ['ksg, variant 2', ksgPointwiseMutualInfo(x, y, { variant: 2 }), ksgMutualInfo(x, y, { variant: 2 })],
    ['ksg of labels', ksgPointwiseMutualInfo(target, preds), ksgMutualInfo(target, preds)],
    ['ksg of a constant', ksgPointwiseMutualInfo(x, new Array(N).fill(1)), 0],
    ['mixed', mixedPointwiseMutualInfo(x, target, { base: 2 }), mixedMutualInfo(x, target, { base: 2 })],
    [
      'mixed, as in the paper',
      mixedPointwiseMutualInfo(target, preds, { variant: 'paper' }),
      mixedMutualInfo(target, preds, { variant: 'paper' }),
    ],
    [
      'gaussian',
      gaussianPointwiseMutualInfo(x, y),
      gaussianMutualInfo(JointMoments.of(x, y).covariance(), { widths: [2, 1] }),
    ],
    [
      'copula',
      gaussianPointwiseMutualInfo(x, y, { copula: true, base: 2 }),
      gaussianCopulaMutualInfo(x, y, { base: 2 }),
    ],
    [
      'copula, corrected',
      gaussianPointwiseMutualInfo(x, y, { copula: true, biasCorrection: true }),
      gaussianCopulaMutualInfo(x, y, { biasCorrection: true }),
    ],
  ])('%s: the mean is the estimate', (_, values, estimate) => {
    expect(values).toHaveLength(N);
    expect(mean(values)).toBeCloseTo(estimate, 12);
  });

  test.each([
    ['ksg', ksgPointwiseMutualInfo, {}],
    ['ksg, variant 2', ksgPointwiseMutualInfo, { variant: 2 }],
    ['ksg, euclidean', ksgPointwiseMutualInfo, { metric: 'euclidean' }],
    ['mixed', mixedPointwiseMutualInfo, {}],
    ['gaussian', gaussianPointwiseMutualInfo, {}],
  ] as const)('%s: values are in the order of the samples', (_, values, options) => {
    const given = values(x, y, options as object);
    const reversed = values([...x].reverse(), [...y].reverse(), options as object);
    Array.from(reversed)
      .reverse()
      .forEach((value, i) => {
        expect(value).toBeCloseTo(given[i]!, 12);
      });
  });

  test('ksg: the formula, by counting samples', () => {
    const far = (a: readonly number[], b: readonly number[]): number =>
      Math.max(...a.map((value, j) => Math.abs(value - b[j]!)));
    const psi = (n: number): number => Array.from({ length: n - 1 }, (_, j) => 1 / (j + 1)).reduce((a, b) => a + b, 0);
    const values = ksgPointwiseMutualInfo(x, y);
    for (const i of [0, 7, 100, 299]) {
      const others = x.flatMap((point, j) => (j === i ? [] : [[far(point, x[i]!), Math.abs(y[j]! - y[i]!)] as const]));
      const distance = others.map((both) => Math.max(...both)).sort((a, b) => a - b)[2]!;
      const [nearX, nearY] = [0, 1].map((side) => others.filter((both) => both[side]! < distance).length);
      // The Euler–Mascheroni constants cancel.
      expect(values[i]).toBeCloseTo(psi(3) + psi(N) - psi(nearX! + 1) - psi(nearY! + 1), 12);
    }
  });

  test('gaussian: the logarithm of the ratio of normal densities', () => {
    const [a, b] = [uniform(8), uniform(8).map((value, i) => value + uniform(9)[i]!)];
    const [[va, cov], [, vb]] = JointMoments.of(a, b).covariance() as [[number, number], [number, number]];
    const [ma, mb] = [mean(Float64Array.from(a)), mean(Float64Array.from(b))];
    const determinant = va * vb - cov * cov;
    gaussianPointwiseMutualInfo(a, b).forEach((value, i) => {
      const [u, v] = [a[i]! - ma, b[i]! - mb];
      const joint = (vb * u * u - 2 * cov * u * v + va * v * v) / determinant;
      expect(value).toBeCloseTo((Math.log((va * vb) / determinant) - joint + (u * u) / va + (v * v) / vb) / 2, 12);
    });
  });

  test('gaussian: Infinity for variables that determine each other, and no effect of scale or of spare columns', () => {
    expect(gaussianPointwiseMutualInfo(y, y)).toEqual(new Float64Array(N).fill(Infinity));
    const expected = gaussianPointwiseMutualInfo(x, y);
    const scaled = gaussianPointwiseMutualInfo(
      x.map(([u, v]) => [u! * 1e150, v! * 1e-150, u! * 1e150, 5]),
      y,
    );
    scaled.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 9);
    });
  });

  test('an error names the function', () => {
    expect(() => ksgPointwiseMutualInfo([1, 2], [1, 2])).toThrow('ksgPointwiseMutualInfo: expected at least 4 samples');
    expect(() => mixedPointwiseMutualInfo([1, 2], [1, 2], { k: 0 })).toThrow('mixedPointwiseMutualInfo: option "k"');
    expect(() => gaussianPointwiseMutualInfo([1, 2], [1, 2])).toThrow(
      'gaussianPointwiseMutualInfo: expected more samples than columns, got 2 of 2',
    );
  });
});
