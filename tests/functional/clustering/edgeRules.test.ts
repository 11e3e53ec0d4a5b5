import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { ContingencyTable, type Labels } from 'tfjs-metrics';
import { clusteringScores } from '../../parity/tableScores.ts';
import { expectClose } from '../../expectClose.ts';

/** Scores that are exactly 1 for the same partition. */
const agreements = clusteringScores.filter(({ name }) => !/MutualInfoScore$|Variation/.test(name));
const chanceAdjusted = agreements.filter(({ name }) => /MutualInfo/.test(name));

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const constant = (n: number): number[] => range(n).map(() => 0);

const samePartitions: [string, Labels, Labels][] = [
  ['equal labels', [0, 1, 1, 2, 2, 2], [0, 1, 1, 2, 2, 2]],
  ['renamed labels', [0, 0, 1, 1, 2], ['b', 'b', 'a', 'a', 'c']],
  ['one sample', [0], [7]],
  ['one cluster', constant(5), constant(5)],
  ['two clusters of very different size', [0, ...range(1000).map(() => 1)], [5, ...range(1000).map(() => 3)]],
  ...range(60).map((n): [string, Labels, Labels] => [
    `${n + 2} singletons`,
    range(n + 2),
    range(n + 2).map((i) => `${i}`),
  ]),
  ...range(20).map((k): [string, Labels, Labels] => {
    const labels = range(97 + k).map((i) => (i * i) % (k + 3));
    return [`${97 + k} samples in clusters of unequal size`, labels, labels.map((l) => -l)];
  }),
];

describe('the same partition scores exactly 1', () => {
  test.each(agreements.map((score) => [score.name, score] as const))('%s', (_, { score, options }) => {
    const wrong = samePartitions
      .map(([name, preds, target]) => [name, score(preds, target, options)] as const)
      .filter(([, value]) => value !== 1);
    expect(wrong).toEqual([]);
  });
});

test('the variation of information of the same partition is 0', () => {
  for (const [, preds, target] of samePartitions) {
    expect(lib.variationOfInformation(preds, target)).toBe(0);
  }
});

test('the mutual information of the same partition is its entropy', () => {
  for (const [, preds, target] of samePartitions) {
    expectClose(lib.mutualInfoScore(preds, target), lib.entropyScore(preds));
  }
});

describe('the same partition scores exactly 1 with thousands of clusters', () => {
  const labels = range(5000);

  test.each(agreements.map((score) => [score.name, score] as const))('%s', (_, { score, options }) => {
    expect(score(labels, labels, options)).toBe(1);
  });
});

describe('if exactly one labeling is constant', () => {
  const sides: [string, Labels, Labels][] = [
    ['preds', constant(4), [0, 0, 1, 1]],
    ['target', [0, 0, 1, 1], constant(4)],
    ['preds, with distinct target labels', constant(4), range(4)],
    ['target, with distinct preds labels', range(4), constant(4)],
  ];

  test.each(sides)('%s: normalized and adjusted mutual information are 0', (_, preds, target) => {
    for (const { score, options } of chanceAdjusted) expect(score(preds, target, options)).toBe(0);
    expect(lib.mutualInfoScore(preds, target)).toBe(0);
    expect(lib.adjustedRandScore(preds, target)).toBe(0);
    expect(lib.vMeasureScore(preds, target)).toBe(0);
  });

  test('preds: homogeneity is 0, completeness 1', () => {
    expect(lib.homogeneityCompletenessVMeasure(constant(4), [0, 0, 1, 1])).toEqual({
      homogeneity: 0,
      completeness: 1,
      vMeasure: 0,
    });
  });

  test('target: homogeneity is 1, completeness 0', () => {
    expect(lib.homogeneityCompletenessVMeasure([0, 0, 1, 1], constant(4))).toEqual({
      homogeneity: 1,
      completeness: 0,
      vMeasure: 0,
    });
  });
});

describe('exactly independent labels', () => {
  const grids = range(12).flatMap((r) => range(12).map((c) => [r + 1, c + 1] as const));

  test('have mutual information 0 for any grid and counts', () => {
    const wrong = grids.flatMap(([rows, columns]) => {
      const matrix = range(rows).map((i) => range(columns).map((j) => (i + 1) * (j + 2) * 7));
      const table = ContingencyTable.fromMatrix(matrix);
      const value = lib.mutualInfoScore(table);
      return value === 0 ? [] : [[rows, columns, value]];
    });
    expect(wrong).toEqual([]);
  });

  test('have mutual information 0 in tables of 5·10^12 samples', () => {
    const matrix = range(5).map((i) => range(4).map((j) => (i + 1) * (j + 1) * 33_333_333_333));
    expect(lib.mutualInfoScore(ContingencyTable.fromMatrix(matrix))).toBe(0);
  });

  test('have a V-measure of 0', () => {
    for (const beta of [0, 0.5, 1, 2]) {
      expect(lib.vMeasureScore([0, 1, 0, 1], [0, 0, 1, 1], { beta })).toBe(0);
    }
  });
});

describe('no samples', () => {
  test('give NaN for information measures', () => {
    expect(lib.mutualInfoScore([], [])).toBeNaN();
    expect(lib.entropyScore([])).toBeNaN();
    expect(lib.expectedMutualInfo([], [])).toBeNaN();
    expect(lib.variationOfInformation([], [])).toBeNaN();
  });

  test.each(agreements.map((score) => [score.name, score] as const))('%s is NaN', (_, { score, options }) => {
    expect(score([], [], options)).toBeNaN();
    expect(score([-1], [0], { ...options, ignoreLabel: -1 })).toBeNaN();
    expect(score([0], [0], { ...options, sampleWeight: [0] })).toBeNaN();
  });

  test('give empty matrices', () => {
    expect(lib.contingencyMatrix([], [])).toEqual([]);
    expect(lib.pairConfusionMatrix([], [])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(lib.homogeneityCompletenessVMeasure([], [])).toEqual({
      homogeneity: NaN,
      completeness: NaN,
      vMeasure: NaN,
    });
  });
});

describe('if each sample has its own label on one side', () => {
  test('adjusted mutual information is 0, although the smaller entropy is shared completely', () => {
    for (const averageMethod of ['min', 'geometric', 'arithmetic', 'max'] as const) {
      expect(lib.adjustedMutualInfoScore(range(4), [0, 0, 1, 1], { averageMethod })).toBe(0);
      expect(lib.adjustedMutualInfoScore([0, 0, 1, 1], range(4), { averageMethod })).toBe(0);
    }
  });

  test('Fowlkes–Mallows is 0, since no pair shares a label in both', () => {
    expect(lib.fowlkesMallowsIndex(range(4), [0, 0, 1, 1])).toBe(0);
  });
});

test('mutual information is never negative', () => {
  const wrong = range(400).filter((k) => {
    const labels = (m: number): number[] => range(60 + k).map((i) => (i * m) % (2 + (k % 9)));
    return !(lib.mutualInfoScore(labels(7), labels(k + 3)) >= 0);
  });
  expect(wrong).toEqual([]);
});

test('the documented edge cases have the documented values', () => {
  const preds = [-5, -5, 100, 100, 7];
  const target = [3, 3, -1, -1, -1];
  expectClose(lib.mutualInfoScore(preds, target), 0.67301, 1e-5);
  expectClose(lib.normalizedMutualInfoScore(preds, target), 0.77898, 1e-5);
  expectClose(lib.adjustedMutualInfoScore(preds, target), 0.63535, 1e-5);
  expectClose(lib.randScore(preds, target), 0.8);
  expectClose(lib.adjustedRandScore(preds, target), 6 / 11);
  expectClose(lib.fowlkesMallowsIndex(preds, target), Math.SQRT1_2);
  expectClose(lib.adjustedMutualInfoScore([0, 1, 0, 1], [0, 0, 1, 1]), -0.5);
  expectClose(lib.adjustedRandScore([0, 1, 0, 1], [0, 0, 1, 1]), -0.5);
});
