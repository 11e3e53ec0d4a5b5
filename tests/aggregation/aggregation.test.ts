import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import {
  CatMetric,
  MaxMetric,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MinMetric,
  Running,
  SumMetric,
} from 'tfjs-metrics';
import { hash32 } from '../parity/hashLabels.ts';

const warn = jest.spyOn(console, 'warn');
beforeEach(() => {
  warn.mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockReset();
});

test('the mean of a billion numbers is exact to the last digit', () => {
  // A million multiples of 1/1024 around 1000, whose sum is known exactly.
  const parts = Int32Array.from({ length: 1e6 }, (_, i) => 1_024_000 + (hash32(i, 1) % 2048));
  const whole = parts.reduce((sum, value) => sum + value, 0);
  const values = Float64Array.from(parts, (value) => value / 1024);
  const part = new MeanMetric();
  for (let k = 0; k < 10; k++) part.update(values);
  const metric = new MeanMetric();
  for (let k = 0; k < 100; k++) metric.merge(part);
  expect(metric.toJSON().state).toMatchObject({ weight: [1e9, 0] });
  expect(metric.compute()).toBe(whole / 1024 / 1e6);
});

test('small numbers are not lost next to large ones', () => {
  const metrics = new MetricCollection({ sum: new SumMetric(), mean: new MeanMetric() });
  metrics.update(1e16);
  for (let k = 0; k < 1000; k++) metrics.update(1);
  metrics.update(-1e16);
  expect(metrics.compute()).toEqual({ sum: 1000, mean: 1000 / 1002 });
  const tenth = new SumMetric();
  for (let k = 0; k < 1e5; k++) tenth.update(0.1);
  expect(tenth.compute()).toBe(1e4);
});

test('infinities are valid numbers', () => {
  const metrics = new MetricCollection({ sum: new SumMetric(), min: new MinMetric(), max: new MaxMetric() });
  metrics.update([1, Infinity]);
  const expected = { sum: Infinity, min: 1, max: Infinity };
  expect(metrics.compute()).toEqual(expected);
  const copy = metrics.clone();
  copy.reset();
  copy.merge(JSON.parse(JSON.stringify(metrics)) as typeof metrics);
  expect(copy.compute()).toEqual(expected);
});

test('before the first number, the sum is 0, the mean NaN, and minimum and maximum are infinite', () => {
  expect(new SumMetric().compute()).toBe(0);
  expect(new MeanMetric().compute()).toBeNaN();
  expect([new MinMetric().compute(), new MaxMetric().compute()]).toEqual([Infinity, -Infinity]);
  expect(new CatMetric().compute()).toEqual(Float64Array.of());
});

test('numbers can be a single number, a list or a tensor of any shape', () => {
  const metric = new CatMetric();
  metric.update(1);
  metric.update([2]);
  metric.update(Int32Array.of(3));
  metric.update(
    tf.tensor2d([
      [4, 5],
      [6, 7],
    ]),
  );
  metric.update(tf.scalar(8));
  metric.update([]);
  expect(Array.from(metric.compute())).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(metric.updateCount).toBe(5);
});

test('one weight applies to all values', () => {
  const metric = new MeanMetric();
  metric.update([1, 3], { sampleWeight: 2 });
  metric.update(10, { sampleWeight: [4] });
  expect(metric.compute()).toBe((2 * 4 + 40) / 8);
});

test('values of weight 0 affect neither minimum nor maximum, and are not kept', () => {
  const metrics = new MetricCollection({ min: new MinMetric(), max: new MaxMetric(), all: new CatMetric() });
  metrics.update([-5, 1, 2, 9], { sampleWeight: [0, 1, 0.1, 0] });
  expect(metrics.compute()).toEqual({ min: 1, max: 2, all: Float64Array.of(1, 2) });
});

describe('NaN', () => {
  const values = [1, NaN, 4];
  const sampleWeight = [1, 5, 2];

  test('is skipped with a warning by default', () => {
    const metric = new MeanMetric();
    metric.update(values, { sampleWeight });
    expect(metric.compute()).toBe(3);
    expect(warn.mock.calls).toEqual([['MeanMetric: 1 of 3 values are NaN and left out']]);
  });

  test('can be skipped without a warning, or replaced by a number', () => {
    const ignoring = new MeanMetric({ nanStrategy: 'ignore' });
    ignoring.update(values, { sampleWeight });
    const imputing = new MeanMetric({ nanStrategy: 7 });
    imputing.update(values, { sampleWeight });
    expect([ignoring.compute(), imputing.compute()]).toEqual([3, (1 + 35 + 8) / 8]);
    expect(warn).not.toHaveBeenCalled();
  });

  test('is rejected with its index', () => {
    const metric = new MeanMetric({ nanStrategy: 'error' });
    metric.update(2);
    expect(() => {
      metric.update(values);
    }).toThrow('values[1]: expected a number, got NaN');
    expect(metric.compute()).toBe(2);
  });

  test('alone does not count as a batch', () => {
    const metric = new MaxMetric({ nanStrategy: 'ignore' });
    metric.update([NaN, NaN]);
    expect([metric.updateCount, metric.compute()]).toEqual([0, -Infinity]);
  });
});

test('invalid numbers and invalid weights are rejected', () => {
  const metric = new MeanMetric();
  for (const values of ['3', null, undefined, ['a'], [1n], BigInt64Array.of(1n), tf.tensor(['a'])]) {
    expect(() => {
      metric.update(values as never);
    }).toThrow(MetricInputError);
  }
  for (const sampleWeight of [[1, 2, 3], -1, [NaN, 1], Infinity]) {
    expect(() => {
      metric.update([1, 2], { sampleWeight });
    }).toThrow(MetricInputError);
  }
  expect(() => {
    new CatMetric().update([1, Infinity]);
  }).toThrow('values[1]: expected a finite number, got Infinity');
  expect(() => new MeanMetric({ nanStrategy: 'drop' as never })).toThrow(
    'option "nanStrategy": expected "error", "warn", "ignore", "disable" or a finite number, got "drop"',
  );
});

test('over a window', () => {
  const metrics = new Running(
    new MetricCollection({ mean: new MeanMetric(), sum: new SumMetric(), max: new MaxMetric() }),
    { window: 2 },
  );
  for (const value of [9, 1, 2]) metrics.update(value);
  expect(metrics.compute()).toEqual({ mean: 1.5, sum: 3, max: 2 });
});

test('values of weight 0 do not count, even infinite ones', () => {
  const metrics = new MetricCollection({
    sum: new SumMetric(),
    mean: new MeanMetric(),
    max: new MaxMetric(),
  });
  metrics.update([Infinity, 2, 4], { sampleWeight: [0, 1, 1] });
  expect(metrics.compute()).toEqual({ sum: 6, mean: 3, max: 4 });
});

describe('nanStrategy "disable"', () => {
  test.each([
    ['MeanMetric', () => new MeanMetric({ nanStrategy: 'disable' })],
    ['SumMetric', () => new SumMetric({ nanStrategy: 'disable' })],
    ['MinMetric', () => new MinMetric({ nanStrategy: 'disable' })],
    ['MaxMetric', () => new MaxMetric({ nanStrategy: 'disable' })],
  ])('makes the value of %s NaN if a number is NaN', (_, make) => {
    const metric = make();
    metric.update([1, 2]);
    expect(metric.compute()).not.toBeNaN();
    metric.update([NaN, 3], { sampleWeight: [0, 1] });
    expect(metric.compute()).not.toBeNaN();
    metric.update(NaN);
    expect(metric.compute()).toBeNaN();
    metric.update(4);
    const copy = make();
    copy.merge(JSON.parse(JSON.stringify(metric)) as never);
    expect([metric.compute(), copy.compute()]).toEqual([NaN, NaN]);
  });

  test('is rejected by CatMetric if there is NaN, because its values must be finite', () => {
    const metric = new CatMetric({ nanStrategy: 'disable' });
    metric.update([1]);
    expect(() => {
      metric.update([NaN]);
    }).toThrow(MetricInputError);
    expect(metric.compute()).toEqual(Float64Array.of(1));
  });
});

test.each(['error', 'warn', 'ignore', 0] as const)('weights count when NaN is handled by %p', (nanStrategy) => {
  const metric = new MeanMetric({ nanStrategy });
  metric.update([1, 3], { sampleWeight: [3, 1] });
  expect(metric.compute()).toBe(1.5);
});

test('replacing NaN does not change the arguments', () => {
  const values = Float64Array.of(1, NaN);
  const tensor = tf.tensor1d([1, NaN]);
  const metric = new SumMetric({ nanStrategy: 5 });
  metric.update(values);
  metric.update(tensor);
  expect(metric.compute()).toBe(12);
  expect([values[1], tensor.dataSync()[1]]).toEqual([NaN, NaN]);
  tensor.dispose();
});
