import { describe, expect, jest, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import {
  CatMetric,
  compose,
  CramersV,
  DaviesBouldinScore,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricTracker,
  MutualInfoScore,
  SumMetric,
  type Metric,
} from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { Moments } from './mean.ts';

// Faults that torchmetrics 1.9 has where it does what this package does; D and a number name them.

test('D10: the best epoch by the Davies–Bouldin score is the one with the lowest', () => {
  const tracker = new MetricTracker(new DaviesBouldinScore());
  for (const spread of [1, 0.1, 2]) {
    tracker.increment();
    tracker.update([[0], [spread], [10], [10 + spread]], [0, 0, 1, 1]);
  }
  expect(DaviesBouldinScore.higherIsBetter).toBe(false);
  expect(tracker.best.epoch).toBe(1);
  expect(tracker.best.value).toBe(Math.min(...tracker.history));
});

test.each(metricClasses)('D11: %s says which values are better, so that a tracker finds the best', (_, metricClass) => {
  const tracker = new MetricTracker(new metricClass() as Metric<lib.LabelBatch, number, lib.ContingencyTable>);
  for (const preds of [
    [0, 0, 1, 0],
    [0, 0, 1, 1],
    [1, 0, 1, 0],
  ]) {
    tracker.increment();
    tracker.update(preds, [0, 0, 1, 1]);
  }
  expect(tracker.best).toEqual({ value: tracker.history[1], epoch: 1, skipped: undefined });
});

describe('D18: a merge', () => {
  test('is seen by a value that was computed before', () => {
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    metric.update(1);
    other.update(5);
    metric.compute();
    metric.merge(other);
    expect(metric.compute()).toBe(3);
  });

  test('counts the updates of the other, so that a fresh metric does not warn', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    other.update(5);
    metric.merge(other);
    expect([metric.updateCount, metric.compute()]).toEqual([1, 5]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('puts what came later behind', () => {
    const [metric, other] = [new CatMetric(), new CatMetric()];
    metric.update([1, 2]);
    other.update(3);
    metric.merge(other);
    expect(metric.compute()).toEqual(Float64Array.of(1, 2, 3));
  });

  test('of means weighs both', () => {
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    metric.update(2);
    other.update(4);
    metric.merge(other);
    expect(metric.compute()).toBe(3);
    other.update([4, 4]);
    metric.merge(other);
    expect(metric.compute()).toBe((2 + 4 + 3 * 4) / 5);
  });
});

test('D19: metrics with other options do not become one because they agree on the first batch', () => {
  const metrics = new MetricCollection({
    all: new CramersV({ nanStrategy: 'replace' }),
    some: new CramersV({ nanStrategy: 'drop' }),
  });
  metrics.update([0, 1, 0, 1], [0, 1, 1, 1]);
  expect(metrics.compute().all).toBe(metrics.compute().some);
  metrics.update([0, 1, NaN, NaN], [0, 1, 0, 1]);
  expect(metrics.compute().all).not.toBe(metrics.compute().some);
  const lists = new MetricCollection({ cat: new CatMetric(), sum: new SumMetric() });
  lists.update([1, 2]);
  lists.update([3]);
  expect(lists.compute()).toEqual({ cat: Float64Array.of(1, 2, 3), sum: 6 });
});

test('D20: forward copies nothing of what was seen, however much it is', () => {
  const clone = jest.spyOn(lib.ContingencyTable.prototype, 'clone');
  const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new lib.RandScore() });
  for (let k = 0; k < 50; k++) metrics.forward([k, k + 1], [k, k]);
  expect(clone).not.toHaveBeenCalled();
  clone.mockRestore();
});

describe('D21: an update', () => {
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

test('D22: what compute hands out can be changed without changing the metric', () => {
  const metric = new Moments();
  metric.update([1, 2]);
  metric.compute().moments[0] = 99;
  const cat = new CatMetric();
  cat.update([1, 2]);
  cat.compute()[0] = 99;
  expect([metric.compute().moments[0], cat.compute()[0]]).toEqual([2, 1]);
});

test('D23: the negative of a metric has the other sign, also where it was below 0', () => {
  const negate = (value: number): number => -value;
  const negative = compose(negate, new SumMetric());
  negative.update(-3);
  expect(negative.compute()).toBe(3);
  const absolute = compose(Math.abs, new SumMetric());
  absolute.update(-3);
  expect(absolute.compute()).toBe(3);
  const twice = compose(negate, compose(negate, new SumMetric()));
  twice.update(-3);
  expect(twice.compute()).toBe(-3);
});

test.each(['error', 'warn', 'ignore', 0] as const)('D24: weights count when NaN is handled by %p', (nanStrategy) => {
  const metric = new MeanMetric({ nanStrategy });
  metric.update([1, 3], { sampleWeight: [3, 1] });
  expect(metric.compute()).toBe(1.5);
});

test('D25: a number in place of NaN is not written into what the caller handed in', () => {
  const values = Float64Array.of(1, NaN);
  const tensor = tf.tensor1d([1, NaN]);
  const metric = new SumMetric({ nanStrategy: 5 });
  metric.update(values);
  metric.update(tensor);
  expect(metric.compute()).toBe(12);
  expect([values[1], tensor.dataSync()[1]]).toEqual([NaN, NaN]);
  tensor.dispose();
});

test('a metric that is added to itself is updated once', () => {
  const sum = new SumMetric();
  const twice = compose((a, b) => a + b, sum, sum);
  twice.update(2);
  expect(twice.compute()).toBe(4);
  expect(Object.keys(twice.toJSON().state as object)).toHaveLength(1);
});
