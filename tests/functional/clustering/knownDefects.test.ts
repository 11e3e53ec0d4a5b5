import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { ContingencyTable, MetricCollection, MetricInputError } from 'tfjs-metrics';
import * as classes from 'tfjs-metrics/clustering';
import { expectClose } from '../../expectClose.ts';
import { hash32, hashLabels } from '../../parity/hashLabels.ts';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('defects of torchmetrics 1.9 and scikit-learn 1.2 that this package does not have', () => {
  test('ARI of 100,000 and 200,000 samples does not overflow', () => {
    for (const n of [1e5, 2e5]) {
      const { preds, target } = hashLabels({ n, k: 10, seed: 3, agree: 0.5 });
      const score = lib.adjustedRandScore(preds, target);
      // In about a quarter of all pairs, both samples keep their class.
      expect(Math.abs(score - 0.25)).toBeLessThan(0.01);
    }
  });

  test('the V-measure of independent labels is 0, not 1', () => {
    expect(lib.vMeasureScore([0, 1, 0, 1], [0, 0, 1, 1])).toBe(0);
  });

  test('NMI and AMI are 1 for one cluster on both sides and for one sample', () => {
    for (const n of [1, 4]) {
      const ones = range(n).map(() => 1);
      expect(lib.normalizedMutualInfoScore(ones, ones)).toBe(1);
      expect(lib.adjustedMutualInfoScore(ones, ones)).toBe(1);
    }
  });

  test('AMI of identical labels that occur once is 1 for any number of them', () => {
    expect(range(300).filter((n) => lib.adjustedMutualInfoScore(range(n + 1), range(n + 1)) !== 1)).toEqual([]);
  });

  test("AMI with averageMethod 'min' is exactly 0 if each sample has its own label on one side", () => {
    const values = range(200).map((seed) => {
      const n = 4 + (seed % 40);
      const target = range(n).map((i) => hash32(i, seed) % 3);
      return lib.adjustedMutualInfoScore(range(n), target, { averageMethod: 'min' });
    });
    expect(new Set(values)).toEqual(new Set([0]));
  });

  test('AMI of identical labels of 5000 samples is exactly 1', () => {
    const labels = range(5000).map((i) => hash32(i, 1) % 5);
    expect(lib.adjustedMutualInfoScore(labels, labels)).toBe(1);
  });

  test('AMI of 20,000 × 5000 labels is fast, since it is computed from distinct sizes', () => {
    const table = ContingencyTable.of(
      range(20_000).map((i) => i % 5000),
      range(20_000).map((i) => hash32(i, 8) % 5000),
    );
    expect(Math.abs(lib.adjustedMutualInfoScore(table))).toBeLessThan(0.05);
  });

  test('MI of exactly independent grids is exactly 0', () => {
    const wrong = range(30).flatMap((r) =>
      range(30).filter((c) => {
        const cells = range((r + 1) * (c + 1));
        const preds = cells.map((k) => k % (c + 1));
        const target = cells.map((k) => Math.floor(k / (c + 1)));
        return lib.mutualInfoScore(preds, target) !== 0;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every score declares whether higher is better', () => {
    const lowerIsBetter = ['DaviesBouldinScore', 'VariationOfInformation'];
    const metrics = (Object.entries(classes) as [name: string, exported: unknown][]).filter(
      (entry): entry is [string, typeof lib.Metric] =>
        typeof entry[1] === 'function' && entry[1].prototype instanceof lib.Metric,
    );
    expect(metrics.length).toBeGreaterThan(15);
    for (const [name, { higherIsBetter }] of metrics) {
      expect([name, higherIsBetter]).toEqual([name, !lowerIsBetter.includes(name)]);
    }
  });

  test('the upper end of the range of NMI is 1', () => {
    expect(lib.NormalizedMutualInfoScore.range).toEqual([0, 1]);
  });

  test('cluster accuracy accepts labels beyond the number of classes', () => {
    expect(lib.clusterAccuracy([3, 1], [0, 0])).toBe(0.5);
    expect(lib.contingencyMatrix([3, 1, -1], [0, 0, 1])).toEqual([
      [0, 1, 1],
      [1, 0, 0],
    ]);
  });

  test('labels with gaps and negative labels are valid', () => {
    expect(lib.normalizedMutualInfoScore([0, 5, 0], [-9, 7, -9])).toBe(1);
  });

  test('counts above 2^24 stay exact', () => {
    const table = ContingencyTable.fromCounts([{ pred: 0, target: 0, count: 2 ** 24 }]);
    expect(table.add([0], [0]).n).toBe(2 ** 24 + 1);
  });

  test('fractional counts are not truncated to integers', () => {
    const table = ContingencyTable.fromMatrix([
      [0.5, 0.5],
      [0, 1],
    ]);
    expectClose(lib.mutualInfoScore(table), 0.75 * Math.log(4 / 3) + 0.25 * Math.log(1));
  });

  test('MI of no samples is NaN rather than a domain error', () => {
    expect(lib.mutualInfoScore([], [])).toBeNaN();
  });

  test('Fowlkes–Mallows of identical labels that occur once is 1', () => {
    for (const n of [1, 2, 4, 5, 100]) {
      expect(lib.fowlkesMallowsIndex(range(n), range(n))).toBe(1);
    }
  });

  test('the pair matrix has target in its rows and preds in its columns', () => {
    // Samples 0 and 1 share a label in preds only; the pair counts in both orders.
    expect(lib.pairConfusionMatrix([0, 0, 1], [0, 1, 2])).toEqual([
      [4, 2],
      [0, 0],
    ]);
    expect(lib.pairConfusionMatrix([0, 1, 2], [0, 0, 1])).toEqual([
      [4, 0],
      [2, 0],
    ]);
  });

  test('beta can be an integer, and function and class reject negative values', () => {
    expectClose(lib.vMeasureScore([0, 0, 1, 2], [0, 0, 1, 1], { beta: 2 }), 0.75);
    const options = { beta: -1 };
    expect(() => lib.vMeasureScore([0], [0], options)).toThrow(MetricInputError);
    expect(() => new lib.VMeasureScore(options)).toThrow(MetricInputError);
  });
});

describe('defects of metric states there', () => {
  const metricOf = (labels: number[]): lib.MutualInfoScore => {
    const metric = new lib.MutualInfoScore();
    metric.update(labels, labels);
    return metric;
  };

  test('a value that was computed before a merge is recomputed after it', () => {
    const metric = metricOf([0, 0]);
    expect(metric.compute()).toBe(0);
    metric.merge(metricOf([1, 1]));
    expectClose(metric.compute(), Math.LN2);
  });

  test('a merge adds the number of updates', () => {
    const metric = metricOf([0]);
    metric.merge(metricOf([1]));
    expect(metric.updateCount).toBe(2);
  });

  test('metrics are not treated as one because their first batch gives equal values', () => {
    const collection = new MetricCollection({
      all: new lib.MutualInfoScore(),
      some: new lib.MutualInfoScore({ ignoreLabel: -1 }),
    });
    collection.update([0, 1], [0, 1]);
    const { all, some } = collection.compute();
    expect(all).toBe(some);
    collection.update([-1, 1], [0, 0]);
    const later = collection.compute();
    expect(later.all).not.toBe(later.some);
  });

  test('labels are copied, so later changes by the caller have no effect', () => {
    const labels = Int32Array.of(0, 1, 0, 1);
    const metric = new lib.MutualInfoScore();
    metric.update(labels, labels);
    labels.fill(0);
    expectClose(metric.compute(), Math.LN2);
  });

  test('batches of unequal lengths are rejected one by one, even if their sums are equal', () => {
    const metric = new lib.MutualInfoScore();
    expect(() => metric.update([0, 1, 2], [0, 1, 2, 3])).toThrow(MetricInputError);
    expect(() => metric.update([0, 1, 2, 3], [0, 1, 2])).toThrow(MetricInputError);
    expect(metric.updateCount).toBe(0);
  });

  test('float labels are rejected by update, not by compute', () => {
    expect(() => new lib.MutualInfoScore().update([0.1], [0])).toThrow(MetricInputError);
  });

  test('weights are counted, not overwritten by ones', () => {
    const metric = new lib.PurityScore();
    metric.update([0, 0], [1, 3], { sampleWeight: [3, 1] });
    expect(metric.compute()).toBe(0.75);
  });
});
