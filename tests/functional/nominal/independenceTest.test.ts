import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, cramersV, independenceTest, mutualInfoScore } from 'tfjs-metrics';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';
import { expectClose } from '../../expectClose.ts';

/** Share of all permutations of target with at least the observed G, by enumeration. */
function pValueOfAllOrders(preds: number[], target: number[]): number {
  const observed = mutualInfoScore(preds, target) - 1e-12;
  let [asFar, orders] = [0, 0];
  const visit = (used: number[], rest: number[]): void => {
    if (rest.length === 0) {
      orders++;
      if (mutualInfoScore(preds, used) >= observed) asFar++;
    }
    rest.forEach((label, i) => {
      visit(
        [...used, label],
        rest.filter((_, j) => j !== i),
      );
    });
  };
  visit([], target);
  return asFar / orders;
}

describe('permutation', () => {
  test('approximates the share of all permutations', () => {
    const preds = [0, 0, 1, 1, 2, 2, 2];
    const target = [0, 0, 1, 0, 1, 1, 1];
    const exact = pValueOfAllOrders(preds, target);
    const options = { method: 'permutation', permutations: 20_000, seed: 3 } as const;
    const { pValue } = independenceTest(preds, target, options);
    // Five standard errors.
    const error = 5 * Math.sqrt((exact * (1 - exact)) / 20_000);
    expect(Math.abs(pValue - exact)).toBeLessThan(error);
  });

  test('gives the same result by shuffling and by drawing cells', () => {
    // With three rows there are 9 or 12 cells, so there are more or fewer than 4 samples per cell.
    const [a, b] = [
      [6, 3, 1],
      [2, 7, 5],
    ];
    const dense = ContingencyTable.fromMatrix([a!, b!]);
    const half = [a!, b!].map((row) => row.flatMap((c) => [Math.floor(c / 2), Math.ceil(c / 2)]));
    const sparse = ContingencyTable.fromMatrix(half);
    expect(dense.n).toBe(sparse.n);
    for (const table of [dense, sparse]) {
      const options = { method: 'permutation', permutations: 4000, seed: 1 } as const;
      const { pValue, statistic } = independenceTest(table, options);
      const byChance = independenceTest(table, { method: 'gTest' });
      expect(statistic).toBe(byChance.statistic);
      expect(Math.abs(Math.log(pValue / byChance.pValue))).toBeLessThan(1);
    }
  });

  test('is deterministic for a seed, and never 0', () => {
    const table = ContingencyTable.fromMatrix([
      [50, 0],
      [0, 50],
    ]);
    const options = { method: 'permutation', permutations: 99 } as const;
    expect(independenceTest(table, options).pValue).toBe(0.01);
    const noisy = ContingencyTable.fromMatrix([
      [9, 5, 2],
      [4, 8, 6],
    ]);
    const of = (seed: number): number => independenceTest(noisy, { ...options, seed }).pValue;
    expect(of(5)).toBe(of(5));
    expect(new Set([1, 2, 3, 4].map(of)).size).toBeGreaterThan(1);
  });

  test('rejects independent labels at the nominal rate, even for sparse tables', () => {
    const random = RandomSource.of(11);
    const labels = (): number[] => Array.from({ length: 40 }, () => random.integer(8));
    let permuted = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const table = ContingencyTable.of(labels(), labels());
      const options = { method: 'permutation', permutations: 199, seed: run } as const;
      if (independenceTest(table, options).pValue <= 0.05) permuted++;
    }
    // 5 % of 300 are 15, with a standard deviation of 3.8.
    expect(permuted).toBeGreaterThan(3);
    expect(permuted).toBeLessThan(31);
  });

  test('agrees with the chi-squared distribution for a billion samples', () => {
    const [more, fewer] = [2.5e8 + 7000, 2.5e8 - 7000];
    const table = ContingencyTable.fromMatrix([
      [more, fewer],
      [fewer, more],
    ]);
    const { pValue } = independenceTest(table, { method: 'permutation', permutations: 199 });
    const { pValue: ofChiSquared } = independenceTest(table);
    // Four standard errors.
    const error = 4 * Math.sqrt((ofChiSquared * (1 - ofChiSquared)) / 199);
    expect(Math.abs(pValue - ofChiSquared)).toBeLessThan(error);
  });

  test('rejects too many samples and names alternatives', () => {
    const table = ContingencyTable.fromMatrix([
      [2e9, 1e9],
      [1e9, 2e9],
    ]);
    expect(() => independenceTest(table, { method: 'permutation' })).toThrow(/2\^31.*use "gTest"/);
  });
});

describe('exact', () => {
  test('does not depend on transposition or on the order of labels', () => {
    const matrix = [
      [3, 0, 1],
      [0, 4, 1],
      [2, 1, 3],
    ];
    const of = (m: number[][]): number => independenceTest(ContingencyTable.fromMatrix(m), { method: 'exact' }).pValue;
    expectClose(of(matrix[0]!.map((_, j) => matrix.map((row) => row[j]!))), of(matrix));
    expectClose(of([...matrix].reverse()), of(matrix));
  });

  test('returns the probability of the table as statistic', () => {
    const table = ContingencyTable.fromMatrix([
      [3, 1],
      [1, 3],
    ]);
    expectClose(independenceTest(table, { method: 'exact' }).statistic, 16 / 70);
  });

  test('rejects too many tables and names alternatives', () => {
    const matrix = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => i + j + 5));
    const table = ContingencyTable.fromMatrix(matrix);
    expect(() => independenceTest(table, { method: 'exact' })).toThrow(/6 × 6.*use "permutation"/);
  });

  test('rejects too many samples', () => {
    const large = [
      [1e15, 1e15],
      [1e15, 1e15],
    ];
    for (const counts of [large, [...large, [1, 2]]]) {
      const ofLarge = ContingencyTable.fromMatrix(counts);
      const size = new RegExp(`a ${counts.length} × 2 table`);
      expect(() => independenceTest(ofLarge, { method: 'exact' })).toThrow(size);
    }
  });
});

test('the p-value is 1 for a single label and NaN for no samples', () => {
  for (const method of ['gTest', 'chiSquared', 'permutation', 'exact'] as const) {
    const of = independenceTest([1, 1], [0, 1], { method });
    expect(of).toMatchObject({ method, degreesOfFreedom: 0, pValue: 1, effectSize: 0 });
    const ofNothing = { method, degreesOfFreedom: 0, statistic: NaN, pValue: NaN, effectSize: NaN };
    expect(independenceTest([], [], { method })).toEqual(ofNothing);
  }
});

test('labels of any type, missing labels and whole-number weights are supported', () => {
  const preds = ['a', 'b', null, 'a', 'b', 'b'];
  const target = [0, 1, 1, 0, NaN, 0];
  const of = independenceTest(preds, target, { nanStrategy: 'drop' });
  expect(of).toEqual(independenceTest(['a', 'b', 'a', 'b'], [0, 1, 0, 0]));
  expect(of.effectSize).toBe(cramersV(['a', 'b', 'a', 'b'], [0, 1, 0, 0], { biasCorrection: false }));
  expect(() => independenceTest([0, 1], [0, 1], { sampleWeight: [0.5, 1] })).toThrow(/counts samples/);
  expect(() => independenceTest([0], [0], { permutations: 0 })).toThrow(/"permutations"/);
  expect(() => independenceTest([0], [0], { method: 'tTest' as never })).toThrow(/"gTest"/);
  expect(() => independenceTest([0], [0], { alpha: 1 } as never)).toThrow(/expected known options, got "alpha"/);
});
