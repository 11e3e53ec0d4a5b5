import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { ContingencyTable } from 'tfjs-metrics';
import { expectClose } from '../../../expectClose.ts';

const [preds, target] = [
  [0, 0, 1, 1, 2],
  [0, 0, 0, 1, 1],
] as const;

describe('base', () => {
  const scores = [lib.mutualInfoScore, lib.variationOfInformation, lib.expectedMutualInfo];

  test.each([2, 10, Math.E, 1.5])('%d gives nats divided by its logarithm', (base) => {
    for (const score of scores) {
      expectClose(score(preds, target, { base }), score(preds, target) / Math.log(base));
    }
    expectClose(lib.entropyScore(preds, { base }), lib.entropyScore(preds) / Math.log(base));
  });

  test('2 gives bits', () => {
    expect(lib.entropyScore([0, 1, 2, 3], { base: 2 })).toBe(2);
    expect(lib.mutualInfoScore([0, 1, 2, 3], [0, 0, 1, 1], { base: 2 })).toBe(1);
    expectClose(lib.variationOfInformation([0, 1, 2, 3], [0, 0, 1, 1], { base: 2 }), 1);
  });

  test('has the same effect in classes as in functions', () => {
    for (const name of ['MutualInfoScore', 'VariationOfInformation'] as const) {
      const metric = new lib[name]({ base: 2 });
      metric.update(preds, target);
      const score = name === 'MutualInfoScore' ? lib.mutualInfoScore : lib.variationOfInformation;
      expect(metric.compute()).toBe(score(preds, target, { base: 2 }));
    }
  });

  test('below 1 is rejected, since it would reverse the sign', () => {
    expect(() => lib.mutualInfoScore(preds, target, { base: 0.5 })).toThrow('"base"');
  });
});

describe('laws of information', () => {
  const [p, t, shared] = [lib.entropyScore(preds), lib.entropyScore(target), lib.mutualInfoScore(preds, target)];

  test('the variation of information is the sum of the entropies minus twice the mutual information', () => {
    expectClose(lib.variationOfInformation(preds, target), p + t - 2 * shared);
  });

  test('normalized mutual information is divided by a mean of the entropies', () => {
    const means = { min: Math.min(p, t), max: Math.max(p, t), arithmetic: (p + t) / 2, geometric: Math.sqrt(p * t) };
    for (const [averageMethod, mean] of Object.entries(means)) {
      const options = { averageMethod: averageMethod as keyof typeof means };
      expectClose(lib.normalizedMutualInfoScore(preds, target, options), shared / mean);
    }
    expect(lib.normalizedMutualInfoScore(preds, target)).toBe(
      lib.normalizedMutualInfoScore(preds, target, { averageMethod: 'arithmetic' }),
    );
  });

  test('homogeneity and completeness are mutual information divided by an entropy', () => {
    expectClose(lib.homogeneityScore(preds, target), shared / t);
    expectClose(lib.completenessScore(preds, target), shared / p);
  });

  test('the V-measure weighs completeness by beta', () => {
    const [h, c] = [shared / t, shared / p];
    for (const beta of [0, 0.25, 1, 3, 1e6, 1e300]) {
      const expected = 1 / ((1 / (1 + beta)) * (1 / h) + (beta / (1 + beta)) * (1 / c));
      expectClose(lib.vMeasureScore(preds, target, { beta }), expected);
    }
    expectClose(lib.vMeasureScore(preds, target), lib.normalizedMutualInfoScore(preds, target));
  });

  test('entropy is maximal for labels of equal size, where it is the logarithm of their number', () => {
    for (const k of [1, 2, 3, 10, 1000]) {
      const labels = Array.from({ length: 3 * k }, (_, i) => i % k);
      expectClose(lib.entropyScore(labels), Math.log(k));
    }
  });
});

describe('one misassigned sample among 5·10^12', () => {
  // Rows: 5·10^12 of one class; two of another, one of them in the wrong cluster.
  const most = 5e12;
  const n = most + 2;
  const table = ContingencyTable.fromCounts([
    { target: 0, pred: 0, count: most },
    { target: 1, pred: 0, count: 1 },
    { target: 1, pred: 1, count: 1 },
  ]);
  const entropyOf = (few: number): number => ((n - few) / n) * -Math.log1p(-few / n) + (few / n) * Math.log(n / few);
  // One of the `most + 1` samples of the cluster is misassigned.
  const uncertain = (most * Math.log1p(1 / most) + Math.log(most + 1)) / n;
  const shared = entropyOf(2) - uncertain;

  test('mutual information is correct to 12 digits', () => {
    expectClose(lib.mutualInfoScore(table) / shared, 1);
  });

  test('homogeneity and completeness are correct to 12 digits', () => {
    expectClose(lib.homogeneityScore(table), shared / entropyOf(2));
    expectClose(lib.completenessScore(table), shared / entropyOf(1));
  });

  test('the normalized score is correct to 12 digits', () => {
    const mean = (entropyOf(1) + entropyOf(2)) / 2;
    expectClose(lib.normalizedMutualInfoScore(table), shared / mean);
  });

  test('the variation of information is correct to a relative error of 1e-12', () => {
    const variation = entropyOf(1) + entropyOf(2) - 2 * shared;
    expectClose(lib.variationOfInformation(table) / variation, 1, 1e-11);
  });
});
