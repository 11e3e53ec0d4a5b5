import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import { MetricCollection, MetricInputError, MetricStateError } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { hash32 } from '../parity/hashLabels.ts';
import { sampleMetricClasses } from './metricClasses.ts';

const SAMPLES = 60;
const labels = Array.from({ length: SAMPLES }, (_, i) => 'abc'.charAt(hash32(i, 1) % 3));
const data = labels.map((label, i) => [label.charCodeAt(0) + hash32(i, 2) / 2 ** 31, hash32(i, 3) / 2 ** 31]);
const part = (from: number, to: number): [number[][], string[]] => [data.slice(from, to), labels.slice(from, to)];

test('there are at least five sample metrics', () => {
  expect(sampleMetricClasses.length).toBeGreaterThanOrEqual(5);
});

describe.each(sampleMetricClasses)('%s', (name, metricClass) => {
  const functionName = name.charAt(0).toLowerCase() + name.slice(1);
  const score = (lib as unknown as Record<string, (...args: unknown[]) => number>)[functionName]!;
  const exact = score(data, labels);

  test('equals its function of all samples, for any split into batches', () => {
    const metric = new metricClass();
    for (const [from, to] of [
      [0, 1],
      [1, 1],
      [1, 30],
      [30, SAMPLES],
    ] as const) {
      metric.update(...part(from, to));
    }
    expectClose(metric.compute(), exact);
    expect([metric.updateCount, metric.name]).toEqual([3, name]);
    expect(exact).toBeGreaterThan(metricClass.range[0]);
    expect(exact).toBeLessThan(metricClass.range[1]);
  });

  test('can be merged, copied and resumed from a snapshot', () => {
    const [left, right] = [new metricClass(), new metricClass()];
    // The halves begin with different labels.
    left.update(...part(0, 20));
    right.update(...part(20, SAMPLES));
    const copy = left.clone();
    const restored = metricClass.fromJSON(JSON.parse(JSON.stringify(right)));
    copy.merge(restored);
    expectClose(copy.compute(), exact);
    expect(() => left.merge(new metricClass({ onUndefined: 5 }))).toThrow(MetricStateError);
    restored.merge(left.toJSON());
    expectClose(restored.compute(), exact);
  });

  test('forward returns the value of a batch and accumulates it', () => {
    const metric = new metricClass();
    metric.update(...part(0, 10));
    expectClose(metric.forward(...part(10, SAMPLES)), score(...part(10, SAMPLES)));
    expectClose(metric.compute(), exact);
  });

  test('reads tensors synchronously and asynchronously', async () => {
    const before = tf.memory().numTensors;
    const metric = new metricClass();
    const tensor = tf.tensor2d(data.slice(0, 30));
    metric.update(tensor, labels.slice(0, 30));
    await metric.updateAsync(tf.tensor2d(data.slice(30)), labels.slice(30));
    expect(Math.abs(metric.compute() / exact - 1)).toBeLessThan(1e-5);
    expect(tf.memory().numTensors).toBe(before + 2);
    tf.disposeVariables();
  });

  test('does not depend on cluster names or on an offset', () => {
    const renamed = labels.map((label) => ({ a: 9, b: -3, c: 0 })[label]!);
    expectClose(score(data, renamed), exact);
    const moved = data.map((row) => row.map((value) => value + 2 ** 20));
    expect(Math.abs(score(moved, labels) / exact - 1)).toBeLessThan(1e-8);
  });

  test('ignores ignoreLabel', () => {
    const kept = labels.flatMap((label, i) => (label === 'c' ? [] : [i]));
    const rest = score(
      kept.map((i) => data[i]),
      kept.map((i) => labels[i]),
    );
    expectClose(score(data, labels, { ignoreLabel: 'c' }), rest);
    const metric = new metricClass({ ignoreLabel: 'c' });
    metric.update(data, labels);
    expectClose(metric.compute(), rest);
  });

  test('is undefined for one cluster', () => {
    const one = data.map(() => 'a');
    expect(score(data, one)).toBeNaN();
    expect(score(data, one, { onUndefined: -1 })).toBe(-1);
    expect(() => score(data, one, { onUndefined: 'throw' })).toThrow(MetricStateError);
    expect(score([], [])).toBeNaN();
  });

  test.each([
    [[data, labels.slice(1)], 'labels: expected one label for each of 60 samples in data, got 59'],
    [
      [
        [[1], [NaN]],
        [0, 1],
      ],
      'data: row 1, column 0: expected a finite number, got NaN',
    ],
    [
      [
        [[1], [2]],
        [0, 0.5],
      ],
      'labels[1]: expected an integer label, got 0.5',
    ],
    [
      [
        [[1], [2]],
        [0, 'a'],
      ],
      'labels[1]: expected a number like the labels before it, got "a"',
    ],
    [
      [
        [[1], [2]],
        [0, 1],
      ],
      undefined,
    ],
    [[[[1, 2, 3]], ['a']], 'expected'],
    [[data, labels.map(() => 0)], 'labels'],
  ] as const)('rejects a batch that does not match earlier ones, and stays unchanged', (batch, message) => {
    const metric = new metricClass();
    metric.update(data, labels);
    const before = JSON.stringify(metric);
    const update = (): void => metric.update(...(batch as unknown as [number[][], string[]]));
    expect(update).toThrow(MetricInputError);
    if (message !== undefined) expect(update).toThrow(message);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('an unknown option is rejected', () => {
    expect(() => new metricClass({ metrik: 1 } as never)).toThrow('expected known options, got "metrik"');
  });
});

test('scores that keep the same samples share them in a collection', () => {
  const metrics = new MetricCollection(
    Object.fromEntries(sampleMetricClasses.map(([name, metricClass]) => [name, new metricClass()])),
  );
  metrics.update(data, labels);
  expect(Object.keys(metrics.toJSON().state as object)).toEqual(['ClusterMoments', 'LabeledSampleBuffer all 0']);
});
