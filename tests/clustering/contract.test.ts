import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import {
  ContingencyMetric,
  ContingencyTable,
  Metric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
} from 'tfjs-metrics';
import * as functional from 'tfjs-metrics/functional';
import { hash32 } from '../parity/hashLabels.ts';
import { clusteringScores } from '../parity/tableScores.ts';
import { metricClasses } from './metricClasses.ts';

const SAMPLES = 90;
const BATCH = 9;
const all = (seed: number): number[] =>
  Array.from({ length: SAMPLES }, (_, i) => hash32(i, seed) % (2 + Math.floor(i / 20)));
const preds = all(1);
const target = all(2).map((label, i) => (hash32(i, 3) % 2 === 0 ? preds[i]! : label));
const starts = Array.from({ length: SAMPLES / BATCH }, (_, i) => i * BATCH);
const batchAt = (start: number): [number[], number[]] => [
  preds.slice(start, start + BATCH),
  target.slice(start, start + BATCH),
];

test('the clustering entry point exports only metrics, under their own names', () => {
  expect(metricClasses.length).toBeGreaterThan(12);
  for (const [name, metricClass] of metricClasses) {
    expect(new metricClass()).toBeInstanceOf(ContingencyMetric);
    expect(new metricClass()).toBeInstanceOf(Metric);
    expect([metricClass.metricName, new metricClass().name]).toEqual([name, name]);
    expect((lib as Record<string, unknown>)[name]).toBe(metricClass);
  }
});

test('every metric is compared with golden data and tested against all laws', () => {
  const covered = new Set(clusteringScores.map(({ name }) => name.replace(/ .*/, '')));
  expect([...covered].sort()).toEqual(metricClasses.map(([name]) => name).sort());
});

describe.each(metricClasses)('%s', (name, metricClass) => {
  const functionName = name.charAt(0).toLowerCase() + name.slice(1);
  const score = (functional as unknown as Record<string, (p: unknown, t?: unknown) => number>)[functionName]!;

  test('has a function with its name', () => {
    expect(score).toBeInstanceOf(Function);
    expect(score.name).toBe(functionName);
  });

  test('declares its direction and range', () => {
    const [least, greatest] = metricClass.range;
    expect(typeof metricClass.higherIsBetter).toBe('boolean');
    expect(least).toBeLessThan(greatest);
    const perfect = score(preds, preds);
    if (name === 'MutualInfoScore') return;
    expect(perfect).toBe(metricClass.higherIsBetter ? greatest : least);
  });

  test('equals its function of all samples so far, after each batch', () => {
    const metric = new metricClass();
    for (const start of starts) {
      const batch = batchAt(start);
      expect(metric.forward(...batch)).toBe(score(...batch));
      const end = start + BATCH;
      expect(metric.compute()).toBe(score(preds.slice(0, end), target.slice(0, end)));
      expect(metric.updateCount).toBe(start / BATCH + 1);
    }
  });

  test('accepts labels, tables and tensors, with update and updateAsync', async () => {
    const metric = new metricClass();
    const [first, second, third] = starts.map(batchAt) as [number[], number[]][];
    metric.update(...first!);
    metric.update(ContingencyTable.of(...second!));
    const tensors = [tf.tensor1d(third![0], 'int32'), tf.tensor1d(third![1])] as const;
    await metric.updateAsync(...tensors);
    tf.dispose([...tensors]);
    const end = 3 * BATCH;
    expect(metric.compute()).toBe(score(preds.slice(0, end), target.slice(0, end)));
  });

  test('does not modify a table that it is updated with, and is independent of later changes to it', () => {
    const table = ContingencyTable.of(...batchAt(0));
    const metric = new metricClass();
    metric.update(table);
    metric.update(...batchAt(9));
    table.add([5], [5]);
    expect(table.n).toBe(BATCH + 1);
    expect(metric.compute()).toBe(score(preds.slice(0, 18), target.slice(0, 18)));
  });

  test('is undefined for no samples without an error, and ignores empty batches', () => {
    const metric = new metricClass();
    metric.update([], []);
    metric.update(new ContingencyTable());
    expect(metric.updateCount).toBe(0);
    expect(metric.forward([], [])).toBe(score([], []));
  });

  test('can be merged, copied, saved and restored', () => {
    const [left, right] = [new metricClass(), new metricClass()];
    starts.forEach((start, i) => {
      (i % 2 === 0 ? left : right).update(...batchAt(start));
    });
    const merged = left.clone();
    merged.merge(right);
    const restored = metricClass.fromJSON(JSON.parse(JSON.stringify(left)));
    restored.merge(right.toJSON());
    for (const metric of [merged, restored]) {
      expect(metric.compute()).toBe(score(preds, target));
      expect(metric.updateCount).toBe(starts.length);
    }
    expect(left.updateCount).toBe(starts.length / 2);
  });

  test('can be reset', () => {
    const metric = new metricClass();
    metric.update(...batchAt(0));
    metric.compute();
    metric.reset();
    expect(metric.updateCount).toBe(0);
    metric.update(...batchAt(9));
    expect(metric.compute()).toBe(score(...batchAt(9)));
  });

  test('rejects an invalid batch and stays unchanged', () => {
    const metric = new metricClass();
    metric.update(...batchAt(0));
    const before = JSON.stringify(metric);
    const refused = [[[0.5], [0]], [[0], [NaN]], [[0, 1], [0]], [['a'], [0]], [[0]]];
    for (const batch of refused as [number[], number[]][]) {
      expect(() => {
        metric.update(...batch);
      }).toThrow(MetricInputError);
      expect(() => metric.forward(...batch)).toThrow(MetricInputError);
    }
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('rejects an unknown option and lists the known ones', () => {
    const call = () => new metricClass({ colour: 1 } as object);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(`${name}: expected known options, got "colour"; the options are ignoreLabel, onUndef`);
  });

  test('rejects merging another metric', () => {
    for (const [otherName, other] of metricClasses) {
      if (otherName === name) continue;
      expect(() => {
        new metricClass().merge(new other());
      }).toThrow(MetricStateError);
    }
  });

  test('can ignore labels, and shares its table with a metric that does not', () => {
    const metrics = new MetricCollection({
      all: new metricClass(),
      some: new metricClass({ ignoreLabel: 0 }),
    });
    for (const start of starts) metrics.update(...batchAt(start));
    const kept = preds.flatMap((pred, i) => (pred === 0 || target[i] === 0 ? [] : [i]));
    expect(metrics.compute()).toEqual({
      all: score(preds, target),
      some: score(
        kept.map((i) => preds[i]),
        kept.map((i) => target[i]),
      ),
    });
    expect(Object.keys(metrics.toJSON().state as object)).toHaveLength(1);
  });
});
