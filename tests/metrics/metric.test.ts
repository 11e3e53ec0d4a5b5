import { describe, expect, jest, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { CatMetric, MetricCollection, MetricInputError, MutualInfoScore, VMeasureScore } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { Mean, Moments } from './mean.ts';
import { watchWarnings } from './warnings.ts';

const warnings = watchWarnings();

describe('a metric with three methods', () => {
  test('has all methods of a metric', () => {
    const metric = new Mean();
    metric.update([1, 2]);
    expect(metric.forward([6])).toBe(6);
    expect([metric.compute(), metric.updateCount]).toEqual([3, 2]);
    const copy = metric.clone();
    copy.merge(metric);
    expect([copy.compute(), copy.updateCount]).toEqual([3, 4]);
    expect(Mean.fromJSON(JSON.parse(JSON.stringify(copy))).compute()).toBe(3);
    metric.reset();
    expect(metric.updateCount).toBe(0);
  });

  test('is named by its class', () => {
    expect(new Mean().name).toBe('Mean');
    expect(new Mean().toJSON()).toEqual({
      kind: 'Mean',
      version: 1,
      options: {},
      updateCount: 0,
      state: { sum: 0, number: 0 },
    });
  });

  test('has read-only options that do not follow later changes', () => {
    const options = { scale: 10 };
    const metric = new Mean(options);
    metric.update([1]);
    options.scale = 100;
    expect([metric.compute(), metric.options]).toEqual([10, { scale: 10 }]);
    expect(() => Object.assign(metric.options, { scale: 1 })).toThrow(TypeError);
  });

  test('has no direction and range by default', () => {
    expect([Mean.higherIsBetter, Mean.range]).toEqual([null, [-Infinity, Infinity]]);
  });
});

describe('compute', () => {
  test('computes once until the next change', () => {
    const metric = new Moments();
    metric.update([1]);
    for (let i = 0; i < 3; i++) metric.compute();
    expect(metric.timesComputed).toBe(1);
    metric.update([2]);
    metric.compute();
    expect(metric.timesComputed).toBe(2);
  });

  test('returns deep copies', () => {
    const metric = new Moments();
    metric.update([1, 2]);
    metric.compute().moments.push(9);
    metric.compute().moments.length = 0;
    expect(metric.compute()).toEqual({ moments: [2, 3] });
  });

  test.each<[string, (metric: Moments) => void]>([
    ['update', (metric) => metric.update([4])],
    ['forward', (metric) => void metric.forward([4])],
    ['merge', (metric) => metric.merge(loaded(4))],
    ['merge with a snapshot', (metric) => metric.merge(loaded(4).toJSON())],
  ])('includes batches added by %s', (_, change) => {
    const metric = loaded(1);
    metric.compute();
    change(metric);
    expect(metric.compute()).toEqual({ moments: [2, 5] });
  });

  test('is recomputed after a reset', () => {
    const metric = loaded(1);
    metric.compute();
    metric.reset();
    expect(metric.compute()).toEqual({ moments: [0, 0] });
  });

  test('that throws is computed again by the next call', () => {
    const metric = new VMeasureScore({ onUndefined: 'throw' });
    metric.update([0, 0], [0, 1]);
    expect(() => metric.compute()).toThrow('expected a defined value');
    expect(() => metric.compute()).toThrow('expected a defined value');
    metric.update([1], [1]);
    expect(metric.compute()).toBeGreaterThan(0);
  });

  function loaded(value: number): Moments {
    const metric = new Moments();
    metric.update([value]);
    return metric;
  }
});

describe('before any update', () => {
  test('compute warns once and returns NaN', () => {
    const metric = new MutualInfoScore();
    expect([metric.compute(), metric.compute()]).toEqual([NaN, NaN]);
    metric.reset();
    metric.compute();
    expect(warnings()).toEqual(['MutualInfoScore: compute() before any update() returns the value of no samples']);
  });

  test('forward, merge and a snapshot count as updates', () => {
    const seen = new MutualInfoScore();
    seen.forward([0], [0]);
    const merged = new MutualInfoScore();
    merged.merge(seen);
    for (const metric of [seen, merged, seen.clone(), MutualInfoScore.fromJSON(seen.toJSON())]) {
      metric.compute();
    }
    expect(warnings()).toEqual([]);
  });
});

describe('an empty batch', () => {
  test('does not count as an update', () => {
    const metric = new MutualInfoScore();
    metric.update([], []);
    metric.update(new Int32Array(0), new Float32Array(0));
    expect(metric.forward([], [])).toBeNaN();
    expect(metric.updateCount).toBe(0);
    metric.update([0, 1], [0, 1]);
    metric.update([], []);
    expect([metric.updateCount, metric.compute()]).toEqual([1, Math.LN2]);
  });

  test('must be empty on both sides', () => {
    expect(() => {
      new MutualInfoScore().update([], [0]);
    }).toThrow('preds, target: expected the same number of labels, got 0 and 1');
  });

  test('counts as an update if the metric does not detect empty batches', () => {
    const metric = new Moments();
    metric.update([]);
    expect(metric.updateCount).toBe(1);
  });
});

describe('forward', () => {
  test('counts a batch once', () => {
    let batches = 0;
    class Watched extends Mean {
      override updateState(...args: Parameters<Mean['updateState']>): boolean {
        batches++;
        return super.updateState(...args);
      }
    }
    new Watched().forward([1, 2]);
    expect(batches).toBe(1);
  });

  test('does not copy the state if it has checkMerge', () => {
    let copies = 0;
    class Watched extends Mean {
      override createState(): ReturnType<Mean['createState']> {
        const state = super.createState();
        return Object.assign(state, {
          clone: () => (copies++, state),
          checkMerge: () => undefined,
        });
      }
    }
    const metric = new Watched();
    for (let i = 0; i < 5; i++) metric.forward([i]);
    expect([copies, metric.compute()]).toEqual([0, 2]);
  });

  test('and update can be mixed', () => {
    const metric = new MutualInfoScore();
    metric.update([0], [0]);
    expect(metric.forward([1, 1], [1, 1])).toBe(0);
    metric.update([0], [0]);
    expectClose(metric.compute(), Math.LN2);
    expect(metric.updateCount).toBe(3);
  });

  test('with labels of another kind than before changes nothing', () => {
    const metric = new MutualInfoScore();
    metric.update([0, 1], [0, 1]);
    const before = JSON.stringify(metric);
    expect(() => metric.forward(['a'], [0])).toThrow(MetricInputError);
    expect(JSON.stringify(metric)).toBe(before);
    expect(metric.compute()).toBe(Math.LN2);
  });
});

test('a rejected batch changes neither the value nor the number of updates', () => {
  const metric = new Mean();
  metric.update([1, 3]);
  expect(() => {
    metric.update([5, NaN]);
  }).toThrow(MetricInputError);
  expect(() => metric.forward([NaN])).toThrow(MetricInputError);
  expect([metric.compute(), metric.updateCount]).toEqual([2, 1]);
});

describe('a reset', () => {
  test('removes all batches, and the kind of the labels', () => {
    const metric = new MutualInfoScore({ base: 2 });
    metric.update([0, 1], [0, 1]);
    metric.reset();
    expect([metric.updateCount, metric.compute()]).toEqual([0, NaN]);
    metric.update(['a', 'b'], [true, false]);
    expect(metric.compute()).toBe(1);
  });
});

describe('a clone', () => {
  test('has the same batches, and is then independent', () => {
    const metric = new MutualInfoScore({ base: 2 });
    metric.update([0, 1], [0, 1]);
    const copy = metric.clone();
    expect(copy).toBeInstanceOf(MutualInfoScore);
    expect([copy.options, copy.updateCount, copy.compute()]).toEqual([{ base: 2 }, 1, 1]);
    copy.update([2, 3], [2, 3]);
    metric.reset();
    expect([copy.compute(), metric.compute()]).toEqual([2, NaN]);
  });

  test('of a metric without updates has no updates', () => {
    const metric = new MutualInfoScore();
    const copy = metric.clone();
    metric.update([0], [0]);
    expect(copy.updateCount).toBe(0);
  });
});

test('forward does not copy the state, whatever its size', () => {
  const clone = jest.spyOn(lib.ContingencyTable.prototype, 'clone');
  const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new lib.RandScore() });
  for (let k = 0; k < 50; k++) metrics.forward([k, k + 1], [k, k]);
  expect(clone).not.toHaveBeenCalled();
  clone.mockRestore();
});

describe('an update', () => {
  test('keeps no reference to its arguments', () => {
    const [labels, numbers] = [Int32Array.of(0, 1), [1, 2]];
    const [mi, cat] = [new MutualInfoScore(), new CatMetric()];
    mi.update(labels, labels);
    cat.update(numbers);
    labels.fill(0);
    numbers.fill(9);
    expect([mi.compute(), cat.compute()]).toEqual([Math.LN2, Float64Array.of(1, 2)]);
  });

  test('rejects invalid input and batches of unequal lengths immediately', () => {
    const metric = new MutualInfoScore();
    for (const batch of [
      [
        [0.5, 1],
        [0, 1],
      ],
      [
        [0, 1, 2],
        [0, 1, 2, 3],
      ],
    ] as const) {
      expect(() => {
        metric.update(batch[0], batch[1]);
      }).toThrow(MetricInputError);
    }
    expect(metric.updateCount).toBe(0);
  });
});

test('changing the result of compute does not change the metric', () => {
  const metric = new Moments();
  metric.update([1, 2]);
  metric.compute().moments[0] = 99;
  const cat = new CatMetric();
  cat.update([1, 2]);
  cat.compute()[0] = 99;
  expect([metric.compute().moments[0], cat.compute()[0]]).toEqual([2, 1]);
});
