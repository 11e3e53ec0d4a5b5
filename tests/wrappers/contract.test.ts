import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import { AggregationMetric, Metric, MetricStateError, WrapperMetric } from 'tfjs-metrics';
import { metricChart } from 'tfjs-metrics/charts';
import { wrappedMetrics } from './wrappedMetrics.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7];

test('every exported wrapper and aggregation is tested', () => {
  const made = new Set(wrappedMetrics.map(({ make }) => make().constructor.name));
  const missing = Object.entries(lib).flatMap(([name, value]: [string, unknown]) => {
    const prototype = (value as { prototype?: unknown }).prototype;
    const isOne = prototype instanceof WrapperMetric || prototype instanceof AggregationMetric;
    return isOne && !made.has(name) ? [name] : [];
  });
  expect(missing).toEqual([]);
  expect(made.size).toBeGreaterThan(10);
});

describe.each(wrappedMetrics)('$name', ({ make, batch, bad }) => {
  const seen = (from: number, to: number) => {
    const metric = make();
    for (const seed of seeds.slice(from, to)) metric.update(...batch(seed));
    return metric;
  };
  const all = seen(0, seeds.length);

  test('returns a value that can be changed without changing the metric', () => {
    expect(all).toBeInstanceOf(Metric);
    const value: unknown = all.compute();
    expect(value).toEqual(seen(0, seeds.length).compute());
    if (typeof value === 'object') for (const key of Object.keys(value!)) (value as Record<string, unknown>)[key] = 99;
    expect(all.compute()).toEqual(seen(0, seeds.length).compute());
    expect(all.updateCount).toBe(seeds.length);
  });

  test('forward returns the value of the batch, and is otherwise an update', () => {
    const metric = make();
    for (const [k, seed] of seeds.entries()) {
      expect(metric.forward(...batch(seed))).toEqual(seen(k, k + 1).compute());
      expect(metric.compute()).toEqual(seen(0, k + 1).compute());
    }
    expect(JSON.stringify(metric)).toBe(JSON.stringify(all));
  });

  test('has the same value as a member of a collection', () => {
    const metrics = new lib.MetricCollection({ one: make(), other: make() });
    for (const seed of seeds) metrics.update(...(batch(seed) as never[]));
    const values = metrics.compute() as Record<string, unknown>;
    expect(values).toEqual(expectedAs(all.compute(), make() instanceof lib.MetricCollection));
  });

  test('a clone is independent', () => {
    const metric = seen(0, 3);
    const copy = metric.clone();
    expect(JSON.stringify(copy)).toBe(JSON.stringify(metric));
    const before = JSON.stringify(metric);
    for (const seed of seeds.slice(3)) copy.update(...batch(seed));
    expect(copy.compute()).toEqual(all.compute());
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('continues from a snapshot as if it had not been interrupted', () => {
    const text = JSON.stringify(seen(0, 4));
    const restored = make();
    restored.merge(JSON.parse(text) as lib.MetricSnapshot);
    expect(JSON.stringify(restored)).toBe(text);
    for (const seed of seeds.slice(4)) restored.update(...batch(seed));
    expect(JSON.stringify(restored)).toBe(JSON.stringify(all));
    expect(restored.compute()).toEqual(all.compute());
  });

  test('rejects an invalid snapshot, and one of another wrapper', () => {
    const snapshot = JSON.parse(JSON.stringify(all)) as Record<string, unknown>;
    for (const state of [null, 5, {}, { batches: 1 }, []]) {
      expect(() => {
        make().merge({ ...snapshot, state } as never);
      }).toThrow(MetricStateError);
    }
    const options = { ...(snapshot['options'] as object), more: 1 };
    expect(() => {
      make().merge({ ...snapshot, options } as never);
    }).toThrow(MetricStateError);
  });

  test('reset removes all batches', () => {
    const metric = seen(0, 3);
    metric.reset();
    expect(metric.updateCount).toBe(0);
    for (const seed of seeds) metric.update(...batch(seed));
    expect(JSON.stringify(metric)).toBe(JSON.stringify(all));
  });

  test('rejects an invalid batch and is unchanged', () => {
    const metric = seen(0, 3);
    const before = JSON.stringify(metric);
    expect(() => metric.update(...bad)).toThrow(lib.MetricInputError);
    expect(() => metric.forward(...bad) as unknown).toThrow(lib.MetricInputError);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('an empty batch does not count', () => {
    const metric = seen(0, 3);
    const before = JSON.stringify(metric);
    const empty = batch(1).map((input) => (Array.isArray(input) ? [] : emptied(input)));
    metric.update(...empty);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('reads tensors without blocking, and neither keeps nor disposes them', async () => {
    const metric = make();
    const before = tf.memory().numTensors;
    for (const seed of seeds) {
      const tensors = batch(seed).map(withTensors);
      await metric.updateAsync(...tensors);
      tf.dispose(tensors as tf.Tensor[]);
    }
    expect(tf.memory().numTensors).toBe(before);
    expect(metric.updateCount).toBe(seeds.length);
  });

  test('has all batches after a merge of two parts', () => {
    const metric = seen(0, 3);
    const other = seen(3, seeds.length);
    const before = JSON.stringify(other);
    metric.merge(other);
    expect(metric.updateCount).toBe(seeds.length);
    expect(JSON.stringify(other)).toBe(before);
    const fresh = make();
    fresh.merge(all);
    expect(JSON.stringify(fresh)).toBe(JSON.stringify(all));
  });

  test('draws its numbers in a chart', () => {
    expect(JSON.stringify(metricChart(all))).toContain('vega-lite');
  });
});

/** Returns an input with tensors instead of lists. */
function withTensors(input: unknown): unknown {
  if (Array.isArray(input)) return tf.tensor(input as number[]);
  const entries = Object.entries(input as object).map(([name, item]) => [name, withTensors(item)]);
  return Object.fromEntries(entries);
}

/** Returns an input with empty lists. */
function emptied(input: unknown): unknown {
  return Object.fromEntries(Object.keys(input as object).map((name) => [name, []]));
}

/** Returns the value with two names; for a collection, each of its values with both. */
function expectedAs(value: unknown, isCollection: boolean): Record<string, unknown> {
  const names = ['one', 'other'];
  if (!isCollection) return Object.fromEntries(names.map((name) => [name, value]));
  const entries = Object.entries(value as object);
  return Object.fromEntries(names.flatMap((name) => entries.map(([key, part]) => [`${name}_${key}`, part as unknown])));
}
