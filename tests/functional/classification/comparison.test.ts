import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import {
  accuracy,
  auroc,
  f1Score,
  mcnemarTest,
  MetricInputError,
  pairedPermutationTest,
  wilsonInterval,
  type McnemarTable,
} from 'tfjs-metrics';
import { studentPValue } from '../../../src/numeric/special/studentPValue.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';
import { expectClose } from '../../expectClose.ts';

/** Probabilities of a binomial distribution, from Pascal's triangle. */
function binomial(n: number, p: number): number[] {
  let row = [1];
  for (let i = 0; i < n; i++) row = [...row, 0].map((share, k) => share * (1 - p) + (k > 0 ? row[k - 1]! * p : 0));
  return row;
}

describe("Wilson's interval", () => {
  test.each([
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d is the published one', (successes, n, lower, upper) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
    const reversed = wilsonInterval(n - successes, n);
    expectClose(reversed.lower, 1 - interval.upper);
    expectClose(reversed.upper, 1 - interval.lower);
  });

  test('ends where the score statistic is the normal quantile', () => {
    for (const [successes, n] of [
      [3, 17],
      [250, 251],
      [400_000, 10 ** 9],
    ] as const) {
      const { value, lower, upper } = wilsonInterval(successes, n);
      for (const end of [lower, upper]) {
        expect(Math.abs(value - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959963984540054, 8);
      }
    }
  });

  test('covers about 95 % on average, and at least 83 % for any proportion', () => {
    // Sums of exact binomial probabilities.
    for (const n of [10, 30, 100]) {
      const intervals = Array.from({ length: n + 1 }, (_, k) => wilsonInterval(k, n));
      const coverage = Array.from({ length: 199 }, (_, i) => {
        const p = (i + 1) / 200;
        return binomial(n, p).reduce((sum, share, k) => {
          const { lower, upper } = intervals[k]!;
          return sum + (lower <= p && p <= upper ? share : 0);
        }, 0);
      });
      const mean = coverage.reduce((sum, share) => sum + share, 0) / coverage.length;
      expect(mean).toBeGreaterThan(0.945);
      expect(mean).toBeLessThan(0.965);
      expect(Math.min(...coverage)).toBeGreaterThan(0.83);
    }
  });

  test('includes 0 and 1 exactly, and is NaN without trials', () => {
    expect(wilsonInterval(0, 7).lower).toBe(0);
    expect(wilsonInterval(7, 7).upper).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ value: NaN, lower: NaN, upper: NaN });
  });

  test.each([
    [3, 2, 'successes: expected a whole number from 0 to n = 2, got 3'],
    [0.5, 2, 'successes: expected a whole number'],
    [-1, 2, 'successes: expected a whole number'],
    [1, Infinity, 'n: expected a whole number from 0 up, got Infinity'],
  ])('of %d of %d is an error', (successes, n, message) => {
    expect(() => wilsonInterval(successes, n)).toThrow(MetricInputError);
    expect(() => wilsonInterval(successes, n)).toThrow(message);
  });
});

describe("McNemar's test", () => {
  const tables: McnemarTable[] = [
    [
      [5, 9],
      [2, 4],
    ],
    [
      [0, 3],
      [3, 0],
    ],
    [
      [10, 0],
      [6, 1],
    ],
  ];

  test('sums binomial probabilities', () => {
    for (const table of tables) {
      const [b, c] = [table[0][1], table[1][0]];
      const shares = binomial(b + c, 0.5);
      const least = Math.min(b, c);
      const tail = shares.slice(0, least + 1).reduce((sum, share) => sum + share, 0);
      expectClose(mcnemarTest(table).pValue, Math.min(1, 2 * tail));
      expectClose(mcnemarTest(table, { method: 'midP' }).pValue, Math.min(1, 2 * tail - shares[least]!));
    }
  });

  test('has the values of scipy for many samples', () => {
    const table: McnemarTable = [
      [794, 86],
      [150, 570],
    ];
    expectClose(mcnemarTest(table).pValue, 3.715936139571387e-5);
    const chiSquared = mcnemarTest(table, { method: 'chiSquared' });
    expectClose(chiSquared.statistic, 63 ** 2 / 236);
    expectClose(chiSquared.pValue, 4.114562281345944e-5);
    expectClose(mcnemarTest(table, { method: 'chiSquared', correction: false }).statistic, 64 ** 2 / 236);
    expect(
      mcnemarTest([
        [0, 500_000],
        [503_000, 0],
      ]).pValue,
    ).toBeCloseTo(0.002748828203978528, 9);
  });

  test('counts the samples that only one classifier predicts correctly', () => {
    const target = [1, 0, 2, 2, -1, 0];
    const first = [1, 0, 2, 1, 0, 1];
    const second = [1, 1, 1, 1, 0, 0];
    const expected = { onlyFirst: 2, onlySecond: 1, difference: 1 / 5 };
    expect(mcnemarTest(first, second, target, { ignoreLabel: -1 })).toMatchObject(expected);
    const scores = first.map((k) => [0, 1, 2].map((j) => (j === k ? 0.8 : 0.1)));
    const tensors = [tf.tensor2d(scores), tf.tensor1d(second), tf.tensor1d(target)] as const;
    expect(mcnemarTest(...tensors, { ignoreLabel: -1 })).toMatchObject(expected);
    expect(mcnemarTest(['a', 'b'], ['a', 'a'], ['a', 'b'])).toMatchObject({ onlyFirst: 1, onlySecond: 0 });
    expect(mcnemarTest(first, first, target, { ignoreLabel: -1 }).pValue).toBe(1);
    expect(mcnemarTest([], [], []).pValue).toBeNaN();
  });

  test('reads class scores with the options of scores of a classifier', () => {
    const rows = [
      [0.8, 0.2, 0],
      [0.1, 0.3, 0.6],
      [0.2, 0.7, 0.1],
    ];
    const [labels, names] = [
      ['a', 'b', 'c'],
      ['a', 'a', 'c'],
    ];
    expect(mcnemarTest(rows, names, ['a', 'c', 'b'], { labels })).toMatchObject({ onlyFirst: 2, onlySecond: 0 });
    expect(mcnemarTest(rows, rows, ['a', 'b', 'c'], { labels, topK: 2 }).onlyFirst).toBe(0);
    const ignoring = mcnemarTest(rows, names, ['a', 'none', 'skip'], { labels, ignoreLabel: ['none', 'skip'] });
    expect(ignoring).toMatchObject({ onlyFirst: 0, difference: 0 });
    const oneHot = [
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ];
    expect(mcnemarTest(rows, [0, 1, 1], oneHot)).toMatchObject({ onlyFirst: 1, onlySecond: 0 });
    expect(mcnemarTest([0.2, 0.9], ['n', 'n'], ['n', 'y'], { labels: ['n', 'y'], positiveLabel: 'y' })).toMatchObject({
      onlyFirst: 1,
    });
  });

  test.each([
    [() => mcnemarTest([[1, 2], [3]] as never), 'a table of 2 × 2 counts'],
    [() => mcnemarTest([1, 0] as never, {}), 'a table of 2 × 2 counts'],
    [
      () =>
        mcnemarTest([
          [1, 2],
          [3, 0.5],
        ]),
      'table: expected whole numbers from 0 up, got 0.5',
    ],
    [() => mcnemarTest([1, 0], [1], [1, 0]), 'expected the same number of labels, got 1 and 2'],
    [() => mcnemarTest([[0.8, 0.2]], [[0.8, 0.2]], [[1, 1]]), 'expected a one-hot row'],
    [() => mcnemarTest([[0.8, 0.2]], ['a'], ['a'], { labels: ['a', 'b', 'c'] }), 'expected 3 columns'],
    [() => mcnemarTest([1], [1], [1], { correction: true }), 'option "correction": expected only with method'],
  ])('rejects %s', (call, message) => {
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});

describe('the paired permutation test', () => {
  const target = [1, 1, 1, 0, 0, 1, 0, 1];
  const first = [1, 1, 1, 0, 0, 1, 0, 0];
  const second = [0, 1, 0, 1, 0, 1, 1, 0];

  /** Share of all 2ⁿ exchanges with at least the observed difference. */
  function exactPValue(score: (preds: number[], target: number[]) => number): number {
    const observed = Math.abs(score(first, target) - score(second, target));
    let atLeast = 0;
    for (let mask = 0; mask < 2 ** target.length; mask++) {
      const pick = (a: number[], b: number[]): number[] => a.map((value, i) => ((mask >> i) & 1 ? b[i]! : value));
      const apart = Math.abs(score(pick(first, second), target) - score(pick(second, first), target));
      if (apart >= observed - 1e-12) atLeast++;
    }
    return atLeast / 2 ** target.length;
  }

  test('approximates the share of all exchanges', () => {
    for (const score of [accuracy, f1Score, (p: number[], t: number[]) => auroc(p, t)]) {
      const exact = exactPValue(score as (preds: number[], target: number[]) => number);
      const { pValue, difference } = pairedPermutationTest(score, first, second, target, { permutations: 4000 });
      expect(Math.abs(pValue - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 4000) + 1e-3);
      expect(difference).toBe((score as typeof accuracy)(first, target) - (score as typeof accuracy)(second, target));
    }
  });

  test('depends on the seed only, not on the form of the predictions', () => {
    const run = (a: unknown, b: unknown, seed = 3): unknown =>
      pairedPermutationTest(accuracy as never, a, b, target, { permutations: 50, seed });
    const expected = run(first, second);
    expect(run(Int32Array.from(first), Float32Array.from(second))).toEqual(expected);
    expect(run(tf.tensor1d(first), tf.tensor1d(second))).toEqual(expected);
    const oneHot = (preds: number[]): number[][] => preds.map((k) => [1 - k, k]);
    expect(run(oneHot(first), tf.tensor2d(oneHot(second)))).toEqual(expected);
    const seeds = [0, 1, 2, 3, 4, 5].map((seed) => JSON.stringify(run(first, second, seed)));
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  test('does not round probabilities to the type of labels', () => {
    const mixed = pairedPermutationTest(
      auroc,
      Uint8Array.from(first),
      [0.2, 0.7, 0.4, 0.5, 0.1, 0.9, 0.6, 0.3],
      target,
    );
    const same = pairedPermutationTest(auroc, first, [0.2, 0.7, 0.4, 0.5, 0.1, 0.9, 0.6, 0.3], target);
    expect(mixed).toEqual(same);
  });

  test('rejects other shapes and scores that are not numbers', () => {
    expect(() => pairedPermutationTest(accuracy, [1, 0], [1], [1, 0])).toThrow(
      'preds, otherPreds: expected the same shape, got [2] and [1]',
    );
    expect(() => pairedPermutationTest(() => 'x', [1], [1], [1])).toThrow('expected a function that returns a number');
    expect(pairedPermutationTest(auroc, [1, 2], [2, 1], [1, 1]).pValue).toBeNaN();
  });
});

test("quantiles of Student's distribution are those of tables", () => {
  // R: qt(0.975, df) and others.
  for (const [probability, freedom, quantile] of [
    [0.975, 1, 12.706204736],
    [0.975, 2, 4.30265273],
    [0.995, 3, 5.84090931],
    [0.975, 9, 2.262157163],
    [0.9, 5, 1.475884049],
    [0.975, 59, 2.000995378],
    [0.975, 60, 2.000297822],
    [0.9995, 120, 3.373453764],
  ] as const) {
    expect(studentQuantile(probability, freedom) / quantile).toBeCloseTo(1, 6);
    expect(studentPValue(quantile, freedom) / (2 * (1 - probability))).toBeCloseTo(1, 5);
    expect(studentPValue(-quantile, freedom)).toBe(studentPValue(quantile, freedom));
  }
  expect([
    studentPValue(0, 3),
    studentPValue(0, 300),
    studentPValue(Infinity, 3),
    studentPValue(Infinity, 300),
  ]).toEqual([1, 1, 0, 0]);
});
