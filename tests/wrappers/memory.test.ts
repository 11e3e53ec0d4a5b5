import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import { Metric, MetricCollection, type AnyMetric, type LabelBatch } from 'tfjs-metrics';
import * as clustering from 'tfjs-metrics/clustering';
import * as information from 'tfjs-metrics/information';
import * as nominal from 'tfjs-metrics/nominal';
import { metricClasses } from '../clustering/metricClasses.ts';
import { memoryInUse } from '../memoryInUse.ts';
import { wrappedMetrics } from './wrappedMetrics.ts';

const UPDATES = 5000;
/** Thirteen bytes per update, less than any kept number takes. */
const MAX_GROWTH = 2 ** 16;

/** Metrics with several updates of others per update. */
const drawing = /^BootStrapper (by|of a (mean|Running))/;

/** Metrics without those that keep all numbers by design. Over a window, the limit applies to them too. */
const wrappers = wrappedMetrics.filter(({ make }) => !(make().state instanceof lib.SampleBuffer));
const labelMetrics = [
  ...metricClasses.map(([name, metricClass]) => ({ name, make: () => new metricClass() as AnyMetric })),
  ...[lib.CramersV, lib.TschuprowsT, lib.PearsonsContingencyCoefficient, lib.TheilsU].map((metricClass) => ({
    name: metricClass.name,
    make: () => new metricClass() as AnyMetric,
  })),
];

/**
 * Returns the growth of memory over a number of updates. Compilation by the engine adds to it once, and leaks add in
 * proportion to the updates. The result is therefore the minimum of up to four measurements, each with twice as many
 * updates as the last and scaled to the same number. Each measurement does more updates than all before it, so a
 * buffer that doubles its size does so in each.
 */
function growthOver(updates: number, update: (k: number) => void): number {
  for (let k = 0; k < 2000; k++) update(k);
  let least = Infinity;
  for (let time = 0; time < 4 && least >= MAX_GROWTH; time++) {
    const before = memoryInUse();
    for (let k = 0; k < updates * 2 ** time; k++) update(k);
    least = Math.min(least, (memoryInUse() - before) / 2 ** time);
  }
  return least;
}

test.each(wrappers)('$name: memory and tensors do not grow over many updates', ({ name, make, batch }) => {
  const metric = make();
  const batches = Array.from({ length: 50 }, (_, seed) => batch(seed));
  const tensors = tf.memory().numTensors;
  const growth = growthOver(drawing.test(name) ? UPDATES / 10 : UPDATES, (k) => {
    metric.update(...batches[k % batches.length]!);
  });
  expect(growth).toBeLessThan(MAX_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});

test('all scores of labels: memory and tensors do not grow over many updates', () => {
  const metrics = labelMetrics.map(({ make }) => make());
  const together = new MetricCollection(Object.fromEntries(labelMetrics.map(({ name, make }) => [name, make()])));
  const tensors = tf.memory().numTensors;
  const growth = growthOver(UPDATES, (k) => {
    const batch: LabelBatch = [
      [k % 3, k % 2],
      [k % 5, 1],
    ];
    // Each metric separately, and all together.
    metrics[k % metrics.length]!.update(...batch);
    together.update(...(batch as unknown as never[]));
  });
  expect(growth).toBeLessThan(MAX_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});

type MetricClass = new (options?: object) => AnyMetric;
const entries = Object.entries({ ...clustering, ...information, ...nominal }) as unknown as [string, MetricClass][];
/** Every other exported metric, without base classes. */
const otherMetrics = entries.filter(
  ([name, metricClass]) =>
    metricClass.prototype instanceof Metric &&
    !/Metric$/.test(name) &&
    !labelMetrics.some((metric) => metric.name === name),
);

// Each metric uses the first of these inputs that it accepts.
const values = [0.1, 0.7, 0.3, 0.5, 0.2, 0.9];
const clusters = [0, 1, 1, 0, 1, 0];
const batchesToTry: readonly (readonly unknown[])[] = [
  [values, [...values].reverse()],
  [values.map((value) => [value, 1 - value]), clusters],
  [values.map((value) => [value, 1 - value]), values.map((value) => [1 - value, value])],
  [
    [
      [0, 1, 2],
      [1, 1, 2],
      [2, 0, 1],
    ],
  ],
  [
    [
      [2, 1],
      [1, 2],
      [3, 0],
    ],
  ],
  [0.5],
];

/** Options that limit buffers of samples, which otherwise grow by design. */
function bounded(metricClass: MetricClass): AnyMetric {
  try {
    return new metricClass({ maxSamples: 50 });
  } catch {
    return new metricClass();
  }
}

function takes(metric: AnyMetric, batch: readonly unknown[]): boolean {
  try {
    metric.update(...batch);
    return metric.updateCount > 0;
  } catch {
    return false;
  }
}

test('metrics of samples, of continuous values and of raters are all tested', () => {
  expect(otherMetrics.length).toBeGreaterThan(14);
});

test.each(otherMetrics)('%s: memory and tensors do not grow over many updates', (_, metricClass) => {
  const batch = batchesToTry.find((inputs) => takes(bounded(metricClass), inputs))!;
  const metric = bounded(metricClass);
  const tensors = tf.memory().numTensors;
  const growth = growthOver(UPDATES / 4, () => {
    metric.update(...batch);
  });
  expect(metric.updateCount).toBeGreaterThan(UPDATES / 4);
  expect(growth).toBeLessThan(MAX_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});
