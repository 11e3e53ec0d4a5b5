import { expect, test } from '@jest/globals';
import { MeanMetric, MetricCollection, MinMaxMetric } from 'tfjs-metrics';

const extremesOf = ({ min, max }: { min: number; max: number }) => [min, max];

test('keeps its extremes over a reset', () => {
  const metric = new MinMaxMetric(new MeanMetric());
  metric.update(5);
  metric.update(1);
  metric.reset();
  expect(metric.updateCount).toBe(0);
  metric.update(4);
  expect(metric.compute()).toEqual({ value: 4, min: 3, max: 5 });
  const restored = MinMaxMetric.fromJSON(JSON.parse(JSON.stringify(metric)), new MeanMetric());
  expect(restored.compute()).toEqual(metric.compute());
});

test('keeps them also right after a reset, in a snapshot and in a collection', () => {
  const metrics = new MetricCollection({ loss: new MinMaxMetric(new MeanMetric()) });
  for (const value of [5, 1]) {
    metrics.update(value);
    metrics.reset();
  }
  const fresh = new MetricCollection({ loss: new MinMaxMetric(new MeanMetric()) });
  fresh.merge(JSON.parse(JSON.stringify(metrics)) as never);
  for (const each of [metrics, fresh]) {
    each.update(3);
    expect(extremesOf(each.compute().loss)).toEqual([1, 5]);
  }
});
