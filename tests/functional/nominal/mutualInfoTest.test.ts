import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, expectedMutualInfo, independenceTest, mutualInfoScore, mutualInfoTest } from 'tfjs-metrics';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';

describe('the selected test', () => {
  test.each([
    [
      'gTest',
      'if all expected counts are large enough',
      [
        [30, 20, 10],
        [10, 20, 30],
      ],
    ],
    [
      'exact',
      'for a small 2 × 2 table',
      [
        [3, 1],
        [1, 3],
      ],
    ],
    [
      'permutation',
      'for other small tables',
      [
        [3, 1, 0],
        [1, 3, 2],
      ],
    ],
    [
      'gTest',
      'for more samples than can be permuted',
      [
        [1e8, 1],
        [0, 1e8],
      ],
    ],
  ])('%s %s', (method, _, matrix) => {
    const table = ContingencyTable.fromMatrix(matrix);
    const of = mutualInfoTest(table, { seed: 3 });
    expect(of.method).toBe(method);
    expect(of.value).toBe(mutualInfoScore(table));
    expect(of.expected).toBe(expectedMutualInfo(table));
    const same = independenceTest(table, { method: of.method, seed: 3 });
    expect(of.pValue).toBe(same.pValue);
  });
});

test('the baseline and the score are in the same unit', () => {
  const [preds, target] = [
    [0, 0, 1, 1, 1],
    [0, 1, 1, 1, 0],
  ];
  const nats = mutualInfoTest(preds, target);
  const bits = mutualInfoTest(preds, target, { base: 2 });
  expect(bits.value).toBeCloseTo(nats.value / Math.LN2, 14);
  expect(bits.expected).toBeCloseTo(nats.expected / Math.LN2, 14);
  expect(bits.pValue).toBe(nats.pValue);
});

test('the p-value is 1 for one cluster and NaN for no samples', () => {
  expect(mutualInfoTest([], [])).toEqual({
    value: NaN,
    expected: NaN,
    pValue: NaN,
    method: 'gTest',
  });
  expect(mutualInfoTest([0, 0, 0], [0, 1, 2]).pValue).toBe(1);
});

test('shuffled labels are rejected at the 5 % level one time in twenty', () => {
  const preds = Array.from({ length: 60 }, (_, i) => i % 4);
  const random = RandomSource.of(1);
  let found = 0;
  for (let s = 0; s < 200; s++) {
    const target = preds.map(() => random.integer(5));
    if (mutualInfoTest(preds, target, { permutations: 99, seed: s }).pValue <= 0.05) found++;
  }
  expect(found).toBeGreaterThan(1);
  expect(found).toBeLessThan(22);
});

test('fractional weights are rejected', () => {
  expect(() => mutualInfoTest([0, 1], [0, 1], { sampleWeight: [1, 0.5] })).toThrow('it permutes samples');
});
