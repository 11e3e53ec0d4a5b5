import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import {
  gaussianMutualInfo,
  JointMoments,
  Metric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  SamplePairMetric,
  type KsgMutualInfo,
} from 'tfjs-metrics';
import * as information from 'tfjs-metrics/information';
import { expectClose } from '../expectClose.ts';
import { normalPair } from '../functional/information/neighbors/normalSamples.ts';

type Rows = number[][];
type SamplePairClass = typeof KsgMutualInfo;

const SAMPLES = 80;
const [a, b] = normalPair(SAMPLES, 0.7, 1);
const [c] = normalPair(SAMPLES, 0, 5);
const x = a.map((value, i) => [value, c[i]!]);
const y = b.map((value) => [value]);
const part = (from: number, to: number): [Rows, Rows] => [x.slice(from, to), y.slice(from, to)];

/** All metrics of two continuous variables. */
const metricClasses = Object.entries(lib).filter(
  ([name, value]) => /^[A-Z].*MutualInfo$/.test(name) && (value as typeof Metric).prototype instanceof Metric,
) as unknown as [string, SamplePairClass][];

const functions: Record<string, (x: Rows, y: Rows, options?: object) => number> = {
  KsgMutualInfo: lib.ksgMutualInfo,
  MixedMutualInfo: lib.mixedMutualInfo,
  GaussianCopulaMutualInfo: lib.gaussianCopulaMutualInfo,
  GaussianMutualInfo: (left, right) => {
    const moments = JointMoments.of(left, right);
    return gaussianMutualInfo(moments.covariance(), { widths: moments.widths });
  },
};

test('there are four sample-pair metrics, exported by both entry points', () => {
  expect(metricClasses.map(([name]) => name).sort()).toEqual(Object.keys(functions).sort());
  for (const [name, metricClass] of metricClasses) {
    expect((information as Record<string, unknown>)[name]).toBe(metricClass);
  }
});

describe.each(metricClasses)('%s', (name, metricClass) => {
  const score = functions[name]!;
  const exact = score(x, y);
  const keepsSamples = new metricClass() instanceof SamplePairMetric;

  test('declares its name, direction and range', () => {
    expect([metricClass.metricName, new metricClass().name]).toEqual([name, name]);
    expect(metricClass.higherIsBetter).toBe(true);
    const [least, greatest] = metricClass.range;
    expect(exact).toBeGreaterThan(least);
    expect(exact).toBeLessThan(greatest);
  });

  test('equals its function of all samples so far, after each batch', () => {
    const metric = new metricClass();
    for (const [from, to] of [
      [0, 20],
      [20, 20],
      [20, 21],
      [21, 50],
      [50, SAMPLES],
    ] as const) {
      metric.update(...part(from, to));
      expectClose(metric.compute(), score(...part(0, to)));
    }
    expect(metric.updateCount).toBe(4);
  });

  test('forward returns the value of a batch and accumulates it', () => {
    const metric = new metricClass();
    metric.update(...part(0, 30));
    expectClose(metric.forward(...part(30, SAMPLES)), score(...part(30, SAMPLES)));
    expectClose(metric.compute(), exact);
  });

  test('can be merged, copied, saved and restored', () => {
    const [left, right] = [new metricClass(), new metricClass()];
    left.update(...part(0, 20));
    right.update(...part(20, 60));
    right.update(...part(60, SAMPLES));
    const copy = left.clone();
    const restored = metricClass.fromJSON(JSON.parse(JSON.stringify(right)));
    copy.merge(restored);
    expectClose(copy.compute(), exact);
    restored.merge(left.toJSON());
    expectClose(restored.compute(), exact);
    expect([left.updateCount, copy.updateCount]).toEqual([1, 3]);
    expect(() => left.merge(new metricClass({ base: 2 }))).toThrow(MetricStateError);
    left.merge(left);
    expect(left.updateCount).toBe(2);
  });

  test('can be reset', () => {
    const metric = new metricClass();
    metric.update([1, 2, 3], [1, 2, 4]);
    metric.reset();
    metric.update(x, y);
    expectClose(metric.compute(), exact);
  });

  test('is undefined for too few samples, or the value of onUndefined', () => {
    const few = part(0, 3);
    const make = (onUndefined?: 'nan' | 'throw' | number): KsgMutualInfo => new metricClass({ onUndefined });
    for (const batch of [few, [[], []] as [Rows, Rows]]) {
      expect(make().forward(...batch)).toBeNaN();
      expect(make('nan').forward(...batch)).toBeNaN();
      expect(make(0).forward(...batch)).toBe(0);
      expect(() => make('throw').forward(...batch)).toThrow(MetricStateError);
      expect(() => make('throw').forward(...batch)).toThrow(`${name}: expected a defined value`);
    }
  });

  test('reads tensors synchronously and asynchronously', async () => {
    const before = tf.memory().numTensors;
    const metric = new metricClass();
    const [rows, values] = [tf.tensor2d(x), tf.tensor2d(y)];
    metric.update(rows, values);
    const float32 = (of: Rows): Rows => of.map((row) => row.map(Math.fround));
    expectClose(metric.compute(), score(float32(x), float32(y)));
    metric.reset();
    await metric.updateAsync(rows, values);
    expectClose(metric.compute(), score(float32(x), float32(y)));
    tf.dispose([rows, values]);
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([
    [[x, y.slice(1)], 'x, y: expected the same number of samples, got 80 and 79'],
    [[[[1, NaN]], [[1]]], 'x: row 0, column 1: expected a finite number, got NaN'],
    [[[[1, 2]], [[Infinity]]], 'y: row 0, column 0: expected a finite number, got Infinity'],
    [[[[1, 2]], [['a']]], 'y[0][0]: expected a finite number, got "a"'],
    [[a, b], 'samples: expected [2, 1] columns, as in earlier batches, got [1, 1]'],
    [[x], 'y: expected a tensor'],
  ])('rejects a batch that does not match earlier ones, and stays unchanged', (batch, message) => {
    const metric = new metricClass();
    metric.update(x, y);
    const before = JSON.stringify(metric);
    const update = (): void => {
      metric.update(...(batch as [Rows, Rows]));
    };
    expect(update).toThrow(MetricInputError);
    expect(update).toThrow(message);
    const forward = (): unknown => metric.forward(...(batch as [Rows, Rows]));
    expect(forward).toThrow(MetricInputError);
    expect(forward).toThrow(message);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('rejects unknown options, and merging other columns', () => {
    expect(() => new metricClass({ neighbors: 1 } as object)).toThrow('expected known options, got "neighbors"');
    const [one, other] = [new metricClass(), new metricClass()];
    one.update(x, y);
    other.update(a, b);
    expect(() => {
      one.merge(other);
    }).toThrow(MetricStateError);
    expectClose(one.compute(), exact);
  });

  test('rejects a damaged snapshot', () => {
    const metric = new metricClass();
    metric.update(x, y);
    const good = JSON.parse(JSON.stringify(metric)) as { state: Record<string, unknown> };
    const damages: Record<string, unknown>[] = [
      { version: 2 },
      { kind: 'Other' },
      { widths: [3] },
      { widths: [2, 1, 1] },
      { widths: [1, 1] },
      { widths: [-1, 4] },
      { n: -1 },
      { seen: 3 },
      { mean: [NaN] },
      { rows: ['a'] },
    ];
    for (const damage of damages) {
      if (!Object.keys(damage).some((key) => key in good.state)) continue;
      const damaged = { ...good, state: { ...good.state, ...damage } };
      expect(() => metricClass.fromJSON(damaged)).toThrow(MetricStateError);
    }
  });

  if (keepsSamples) {
    test('keeps a uniform random subset that can be merged and is deterministic for a seed', () => {
      const make = (): KsgMutualInfo => new metricClass({ maxSamples: 40, seed: 4 });
      const [whole, left, right] = [make(), make(), make()];
      whole.update(x, y);
      left.update(...part(0, 40));
      right.update(...part(40, SAMPLES));
      left.merge(right);
      const again = make();
      for (let i = 0; i < SAMPLES; i++) again.update(...part(i, i + 1));
      expect(again.compute()).toBe(whole.compute());
      for (const metric of [whole, left]) {
        const { state } = metric.toJSON() as { state: { seen: number; rows: number[] } };
        expect([state.seen, state.rows.length]).toEqual([SAMPLES, 40 * 3]);
        expect(Math.abs(metric.compute() - exact)).toBeLessThan(0.5);
      }
    });
  } else {
    test('does not lose precision to an offset or grow with the number of samples', () => {
      const metric = new metricClass();
      const size = (): number => JSON.stringify(metric.toJSON().state).length;
      const moved = (rows: Rows): Rows => rows.map((row) => row.map((value) => value + 2 ** 24));
      metric.update(moved(x), moved(y));
      expect(Math.abs(metric.compute() - exact)).toBeLessThan(1e-7);
      const before = size();
      for (let i = 0; i < 20; i++) metric.update(moved(x), moved(y));
      expect(size()).toBeLessThan(before + 200);
      expect(Math.abs(metric.compute() - exact)).toBeLessThan(1e-7);
    });
  }
});

test('metrics that keep the same samples share them in a collection', () => {
  const metrics = new MetricCollection(
    Object.fromEntries(metricClasses.map(([name, metricClass]) => [name, new metricClass()])),
  );
  metrics.update(x, y);
  expect(Object.keys(metrics.toJSON().state as object).sort()).toEqual(['JointMoments', 'SampleBuffer all 0']);
  for (const [name, value] of Object.entries(metrics.compute() as Record<string, number>)) {
    expectClose(value, functions[name]!(x, y));
  }
});

test('options are passed to the function', () => {
  const options = { k: 5, variant: 2, standardize: 'rank', base: 2 } as const;
  const metric = new lib.KsgMutualInfo(options);
  metric.update(x, y);
  expect(metric.compute()).toBe(lib.ksgMutualInfo(x, y, options));
  const corrected = new lib.GaussianMutualInfo({ biasCorrection: true });
  corrected.update(x, y);
  expect(corrected.compute()).toBeLessThan(functions['GaussianMutualInfo']!(x, y));
});
