import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AdjustedRandScore,
  CatMetric,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MutualInfoScore,
  Running,
  SumMetric,
  type AnyMetric,
  type MetricSnapshot,
} from 'tfjs-metrics';
import { SoftMutualInfoScore } from 'tfjs-metrics/information';
import { memoryInUse } from '../memoryInUse.ts';
import { batchedLabelings, type Labeling } from '../properties/labelings.ts';
import { ContingencyTable } from '../../src/state/tables/contingencyTable.ts';
import { SlidingWindow } from '../../src/state/composed/slidingWindow.ts';

const windows = fc.integer({ min: 1, max: 4 });

/** Returns the value of these batches alone. */
function recomputed(make: () => AnyMetric, batches: readonly (readonly unknown[])[]): unknown {
  const metric = make();
  for (const batch of batches) metric.update(...batch);
  return metric.compute() as unknown;
}

describe('the value at every step is that of the last batches alone', () => {
  const scores = (): AnyMetric => new MetricCollection({ mi: new MutualInfoScore(), ari: new AdjustedRandScore() });

  test('for labels, whose counts are subtracted', () => {
    fc.assert(
      fc.property(windows, batchedLabelings(), (window, { batches }) => {
        const seen = batches.filter(([preds]) => preds.length > 0);
        const metric = new Running(scores(), { window });
        seen.forEach((batch, k) => {
          metric.update(...batch);
          const last = seen.slice(Math.max(0, k + 1 - window), k + 1);
          expect(metric.compute()).toEqual(recomputed(scores, last));
        });
      }),
    );
  });

  test('for labels with fractional weights, large and small, without remains of removed batches', () => {
    const weight = fc.constantFrom(1, 0.1, 1e17, 1e-9, 3, 0);
    const batch = fc.array(fc.tuple(fc.nat(2), fc.nat(2), weight), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(windows, fc.array(batch, { maxLength: 12 }), (window, all) => {
        const seen = all.map((pairs) => [
          pairs.map(([pred]) => pred),
          pairs.map(([, target]) => target),
          { sampleWeight: pairs.map(([, , each]) => each) },
        ]);
        const metric = new Running(new MutualInfoScore(), { window });
        seen.forEach((each, k) => {
          metric.update(...(each as unknown as Labeling));
          const last = seen.slice(Math.max(0, k + 1 - window), k + 1);
          const expected = recomputed(() => new MutualInfoScore(), last) as number;
          if (Number.isNaN(expected)) expect(metric.compute()).toBeNaN();
          else expect(Math.abs(metric.compute() - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, expected));
        });
      }),
    );
  });

  test.each<[string, () => AnyMetric]>([
    ['of numbers, in their order', () => new CatMetric()],
    ['of a sum', () => new SumMetric()],
  ])('%s', (_, make) => {
    const batch = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(windows, fc.array(batch, { maxLength: 12 }), (window, all) => {
        const metric = new Running(make(), { window });
        all.forEach((values, k) => {
          metric.update(values);
          const last = all.slice(Math.max(0, k + 1 - window), k + 1).map((each) => [each]);
          expect(metric.compute()).toEqual(recomputed(make, last));
        });
      }),
    );
  });

  test('for continuous values', () => {
    const metric = new Running(new SoftMutualInfoScore({ bins: 4 }), { window: 3 });
    const all = Array.from({ length: 10 }, (_, k) => {
      const x = Float64Array.from({ length: 5 }, (__, i) => ((7 * i + 3 * k) % 11) / 11);
      return [x, x.map((value) => 1 - value * value)] as const;
    });
    all.forEach((batch, k) => {
      metric.update(...batch);
      const last = all.slice(Math.max(0, k - 2), k + 1);
      const expected = recomputed(() => new SoftMutualInfoScore({ bins: 4 }), last) as number;
      expect(Math.abs(metric.compute() - expected)).toBeLessThan(1e-14);
    });
  });

  test('also after a round trip through JSON between any two batches', () => {
    const make = (): Running<MeanMetric> => new Running(new MeanMetric(), { window: 3 });
    let metric = make();
    const straight = make();
    for (const value of [0.1, 0.2, 0.3, 1e9, 0.7, 0.11, 0.13, 0.17]) {
      const next = make();
      next.merge(JSON.parse(JSON.stringify(metric)) as MetricSnapshot);
      metric = next;
      metric.update(value);
      straight.update(value);
      expect(metric.compute()).toBe(straight.compute());
    }
  });
});

describe('the number of merges per update does not depend on the window', () => {
  /** Sum that counts merges and subtractions. */
  class Counted {
    static calls = 0;
    sum = 1;
    merge(other: Counted): void {
      Counted.calls++;
      this.sum += other.sum;
    }
    clone(): Counted {
      return Object.assign(new Counted(), { sum: this.sum });
    }
    checkMerge(): void {
      return;
    }
    toJSON(): unknown {
      return this.sum;
    }
  }
  class Subtracted extends Counted {
    subtract(other: Counted): void {
      Counted.calls++;
      this.sum -= other.sum;
    }
  }

  test.each<[string, () => Counted, number]>([
    ['without an inverse, three on average', () => new Counted(), 3],
    ['with one, two', () => new Subtracted(), 2],
  ])('%s', (_, make, most) => {
    const [size, steps] = [500, 20_000];
    const window = new SlidingWindow<Counted>(size, () => Object.assign(make(), { sum: 0 }));
    Counted.calls = 0;
    for (let k = 0; k < steps; k++) window.push(make());
    expect(Counted.calls).toBeLessThanOrEqual(most * steps);
    expect(window.total.sum).toBe(size);
    expect(window.length).toBe(size);
  });

  test('a table reports whether its counts are exact', () => {
    const table = ContingencyTable.of([0, 1], [0, 1]);
    expect(table.isExact).toBe(true);
    table.add([0], [0], { sampleWeight: [0.5] });
    expect([table.isExact, table.clone().isExact]).toEqual([false, false]);
    expect(ContingencyTable.of([0], [0], { sampleWeight: [2 ** 53] }).isExact).toBe(false);
    expect(ContingencyTable.fromJSON(table.toJSON()).isExact).toBe(false);
  });
});

test('a batch of another kind than those in the window is rejected, and the window is unchanged', () => {
  const metric = new Running(new MutualInfoScore(), { window: 2 });
  for (let k = 0; k < 5; k++) metric.update([0, 1], [0, 1], { sampleWeight: [0.5, 1] });
  const before = JSON.stringify(metric);
  expect(() => {
    metric.update(['a'], ['b']);
  }).toThrow(MetricInputError);
  expect(JSON.stringify(metric)).toBe(before);
});

test('the window must be a whole number of batches', () => {
  for (const window of [0, 1.5, -1, NaN, '5']) {
    expect(() => new Running(new MeanMetric(), { window: window as number })).toThrow(
      'option "window": expected a whole number of batches above 0',
    );
  }
});

describe('the memory of a window depends only on its batches', () => {
  const BATCHES = 15_000;
  const kinds: [string, (k: number) => string | number][] = [
    ['texts', (k) => `label ${k}`],
    ['large numbers', (k) => 2 ** 40 + k],
    ['whole numbers that grow', (k) => k],
    ['whole numbers far apart', (k) => (k * 65_537) % 2 ** 31],
  ];

  test.each(kinds)('with a new label of %s in each batch', (_, label) => {
    const metric = new Running(new MutualInfoScore(), { window: 10 });
    const push = (k: number) => {
      const labels = [label(k), label(k + 1)] as number[];
      metric.update(labels, labels);
    };
    const updates = (from: number, to: number): number => {
      for (let k = from; k < to; k++) push(k);
      return memoryInUse();
    };
    const before = updates(0, BATCHES / 3);
    // 10,000 labels take about 1.5 MB.
    expect(updates(BATCHES / 3, BATCHES) - before).toBeLessThan(5e5);
    const last = new MutualInfoScore();
    for (let k = BATCHES - 10; k < BATCHES; k++) {
      const labels = [label(k), label(k + 1)] as number[];
      last.update(labels, labels);
    }
    expect(metric.compute()).toBe(last.compute());
    expect(metric.clone().compute()).toBe(last.compute());
  });

  test('a table still counts correctly after most pairs are subtracted', () => {
    const table = new ContingencyTable();
    const batch = (k: number) => ContingencyTable.of([`a${k}`, 'same'], [k, 2 ** 40 + k]);
    for (let k = 0; k < 9000; k++) {
      table.merge(batch(k));
      if (k >= 2) table.subtract(batch(k - 2));
    }
    expect(table.predLabels).toEqual(['a8998', 'a8999', 'same']);
    expect(table.n).toBe(4);
    expect(() => table.add([1], [1])).toThrow(MetricInputError);
    expect(() => table.subtract(batch(1))).toThrow(MetricStateError);
    expect(table.add(['a1'], [1]).n).toBe(5);
  });
});
