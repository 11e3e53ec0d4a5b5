import { describe, expect, jest, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { CatMetric, MetricCollection, MetricInputError, MutualInfoScore, VMeasureScore } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { Mean, Moments } from './mean.ts';
import { watchWarnings } from './warnings.ts';

const warnings = watchWarnings();

describe('a metric by three methods', () => {
  test('has all that a metric has', () => {
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

  test('is called by the name of its class', () => {
    expect(new Mean().name).toBe('Mean');
    expect(new Mean().toJSON()).toEqual({
      kind: 'Mean',
      version: 1,
      options: {},
      updateCount: 0,
      state: { sum: 0, number: 0 },
    });
  });

  test('has options that can be neither changed nor seen to change', () => {
    const options = { scale: 10 };
    const metric = new Mean(options);
    metric.update([1]);
    options.scale = 100;
    expect([metric.compute(), metric.options]).toEqual([10, { scale: 10 }]);
    expect(() => Object.assign(metric.options, { scale: 1 })).toThrow(TypeError);
  });

  test('says nothing of which values are better, or possible, unless it is told', () => {
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

  test('hands out copies, at any depth', () => {
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
  ])('sees what came by %s', (_, change) => {
    const metric = loaded(1);
    metric.compute();
    change(metric);
    expect(metric.compute()).toEqual({ moments: [2, 5] });
  });

  test('sees a reset', () => {
    const metric = loaded(1);
    metric.compute();
    metric.reset();
    expect(metric.compute()).toEqual({ moments: [0, 0] });
  });

  test('that throws is tried again', () => {
    const metric = new VMeasureScore({ onUndefined: 'throw' });
    metric.update([0, 0], [0, 1]);
    expect(() => metric.compute()).toThrow('undefined');
    expect(() => metric.compute()).toThrow('undefined');
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
  test('compute warns once and gives NaN', () => {
    const metric = new MutualInfoScore();
    expect([metric.compute(), metric.compute()]).toEqual([NaN, NaN]);
    metric.reset();
    metric.compute();
    expect(warnings()).toEqual(['MutualInfoScore: compute() before any update() gives the value of no samples']);
  });

  test('forward, merge and a snapshot are as good as an update', () => {
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
  test('is no update', () => {
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
    }).toThrow('preds has 0 labels and target 1');
  });

  test('of a metric that does not tell empty batches counts as an update', () => {
    const metric = new Moments();
    metric.update([]);
    expect(metric.updateCount).toBe(1);
  });
});

describe('forward', () => {
  test('takes a batch once', () => {
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

  test('copies nothing of what was seen before, where the state says what it can merge', () => {
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

  test('of labels that can not join those before takes in nothing', () => {
    const metric = new MutualInfoScore();
    metric.update([0, 1], [0, 1]);
    const before = JSON.stringify(metric);
    expect(() => metric.forward(['a'], [0])).toThrow(MetricInputError);
    expect(JSON.stringify(metric)).toBe(before);
    expect(metric.compute()).toBe(Math.LN2);
  });
});

test('a batch that is refused changes neither the value nor the number of updates', () => {
  const metric = new Mean();
  metric.update([1, 3]);
  expect(() => {
    metric.update([5, NaN]);
  }).toThrow(MetricInputError);
  expect(() => metric.forward([NaN])).toThrow(MetricInputError);
  expect([metric.compute(), metric.updateCount]).toEqual([2, 1]);
});

describe('a reset', () => {
  test('forgets all, also which kind labels were of', () => {
    const metric = new MutualInfoScore({ base: 2 });
    metric.update([0, 1], [0, 1]);
    metric.reset();
    expect([metric.updateCount, metric.compute()]).toEqual([0, NaN]);
    metric.update(['a', 'b'], [true, false]);
    expect(metric.compute()).toBe(1);
  });
});

describe('a clone', () => {
  test('has seen the same, and then sees its own', () => {
    const metric = new MutualInfoScore({ base: 2 });
    metric.update([0, 1], [0, 1]);
    const copy = metric.clone();
    expect(copy).toBeInstanceOf(MutualInfoScore);
    expect([copy.options, copy.updateCount, copy.compute()]).toEqual([{ base: 2 }, 1, 1]);
    copy.update([2, 3], [2, 3]);
    metric.reset();
    expect([copy.compute(), metric.compute()]).toEqual([2, NaN]);
  });

  test('of a metric that has seen nothing has seen nothing', () => {
    const metric = new MutualInfoScore();
    const copy = metric.clone();
    metric.update([0], [0]);
    expect(copy.updateCount).toBe(0);
  });
});

test('forward copies nothing of what was seen, however much it is', () => {
  const clone = jest.spyOn(lib.ContingencyTable.prototype, 'clone');
  const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new lib.RandScore() });
  for (let k = 0; k < 50; k++) metrics.forward([k, k + 1], [k, k]);
  expect(clone).not.toHaveBeenCalled();
  clone.mockRestore();
});

describe('an update', () => {
  test('keeps nothing that the caller may change', () => {
    const [labels, numbers] = [Int32Array.of(0, 1), [1, 2]];
    const [mi, cat] = [new MutualInfoScore(), new CatMetric()];
    mi.update(labels, labels);
    cat.update(numbers);
    labels.fill(0);
    numbers.fill(9);
    expect([mi.compute(), cat.compute()]).toEqual([Math.LN2, Float64Array.of(1, 2)]);
  });

  test('refuses at once what it can not use, and batches of unequal lengths', () => {
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

test('what compute hands out can be changed without changing the metric', () => {
  const metric = new Moments();
  metric.update([1, 2]);
  metric.compute().moments[0] = 99;
  const cat = new CatMetric();
  cat.update([1, 2]);
  cat.compute()[0] = 99;
  expect([metric.compute().moments[0], cat.compute()[0]]).toEqual([2, 1]);
});
