import { expect, test } from '@jest/globals';
import { gaussianCopulaMutualInfo, gaussianMutualInfo, MetricInputError } from 'tfjs-metrics';
import { gaussianBias } from '../../../../src/functional/information/gaussian/gaussianCopulaMutualInfo.ts';
import { normalPair, normalSamples } from '../neighbors/normalSamples.ts';

/** Correlation matrix with 1 on the diagonal and 1/2 elsewhere. */
const dense = (d: number): number[][] =>
  Array.from({ length: d }, (_, i) => Array.from({ length: d }, (__, j) => (i === j ? 1 : 0.5)));

test.each([
  [2, [1, 1], 0.143841036],
  [4, [2, 2], 0.293893332],
  [6, [3, 3], 0.413339287],
  [10, [5, 5], 0.592812085],
  [50, [25, 25], 1.292183885],
])('%i equally correlated columns have the exact value', (d, widths, exact) => {
  expect(gaussianMutualInfo(dense(d), { widths })).toBeCloseTo(exact, 6);
});

test('the value does not depend on units or on the order of variables', () => {
  const scaled = [
    [4, 3 * 0.75],
    [3 * 0.75, 2.25],
  ];
  expect(gaussianMutualInfo(scaled)).toBeCloseTo(-0.5 * Math.log(1 - 0.75 ** 2), 12);
  expect(
    gaussianMutualInfo(
      [
        [1, 0.75],
        [0.75, 1],
      ],
      { base: 2 },
    ),
  ).toBeCloseTo(0.596322, 5);
});

test('constant and repeated columns add nothing, and a determined column gives Infinity', () => {
  expect(
    gaussianMutualInfo([
      [0, 0],
      [0, 1],
    ]),
  ).toBe(0);
  const twice = [
    [1, 1, 0.5],
    [1, 1, 0.5],
    [0.5, 0.5, 1],
  ];
  expect(gaussianMutualInfo(twice, { widths: [2, 1] })).toBeCloseTo(0.143841036, 8);
  expect(gaussianMutualInfo(twice, { widths: [1, 2] })).toBe(Infinity);
  expect(
    gaussianMutualInfo([
      [1, 0],
      [0, 1],
    ]),
  ).toBe(0);
});

test.each([
  [
    () =>
      gaussianMutualInfo([
        [1, 0, 0],
        [0, 1, 0],
      ]),
    'expected a square matrix, got [2, 3]',
  ],
  [
    () =>
      gaussianMutualInfo([
        [1, 0.5],
        [0.4, 1],
      ]),
    'got 0.5 at [0][1] and 0.4 at [1][0]',
  ],
  [
    () =>
      gaussianMutualInfo([
        [1, 2],
        [2, 1],
      ]),
    'without negative eigenvalues',
  ],
  [
    () =>
      gaussianMutualInfo([
        [-1, 0],
        [0, 1],
      ]),
    'without negative eigenvalues',
  ],
  [() => gaussianMutualInfo(dense(3), { widths: [1, 1] }), 'expected widths that sum to 3, got [1, 1]'],
  [
    () =>
      gaussianMutualInfo([
        [1, NaN],
        [0, 1],
      ]),
    'row 0, column 1: expected a finite number, got NaN',
  ],
])('%s is rejected', (call, message) => {
  expect(call).toThrow(MetricInputError);
  expect(call).toThrow(message);
});

test('the copula estimate is invariant to increasing transformations', () => {
  const [x, y] = normalPair(4000, 0.75, 1);
  const plain = gaussianCopulaMutualInfo(x, y);
  expect(Math.abs(plain - 0.413339)).toBeLessThan(0.04);
  const bent = y.map((value) => Math.atan(value) ** 3);
  expect(gaussianCopulaMutualInfo(x.map(Math.exp), bent)).toBe(plain);
  expect(gaussianCopulaMutualInfo(x, y, { base: 2 })).toBeCloseTo(plain / Math.LN2, 12);
});

test('the correction removes the bias of small samples', () => {
  let [plain, corrected] = [0, 0];
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const values = normalSamples(20 * 4, run);
    const x = Array.from({ length: 20 }, (_, i) => values.slice(4 * i, 4 * i + 2));
    const y = Array.from({ length: 20 }, (_, i) => values.slice(4 * i + 2, 4 * i + 4));
    plain += gaussianCopulaMutualInfo(x, y) / runs;
    corrected += gaussianCopulaMutualInfo(x, y, { biasCorrection: true }) / runs;
  }
  expect(plain).toBeGreaterThan(0.08);
  expect(plain - corrected).toBeCloseTo(gaussianBias(20, [2, 2]), 10);
  expect(Math.abs(corrected)).toBeLessThan(0.02);
});

test('the copula estimate requires more samples than columns', () => {
  expect(() => gaussianCopulaMutualInfo([1, 2], [1, 2])).toThrow('more samples than columns, got 2 of 2');
});
