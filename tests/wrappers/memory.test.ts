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

const UPDATES = 10_000;
/** Thirteen bytes an update: less than any number that is kept. */
const MOST_GROWTH = 2 ** 17;

/** Those that keep all numbers, as they should; over a window they are held to the limit all the same. */
const growing = new Set(['CatMetric', 'ClasswiseWrapper']);
/** Each update of these is several. */
const drawing = /^BootStrapper (by|of a (mean|Running))/;

const wrappers = wrappedMetrics.filter(({ name }) => !growing.has(name));
const labelMetrics = [
  ...metricClasses.map(([name, metricClass]) => ({ name, make: () => new metricClass() as AnyMetric })),
  ...[lib.CramersV, lib.TschuprowsT, lib.PearsonsContingencyCoefficient, lib.TheilsU].map((metricClass) => ({
    name: metricClass.name,
    make: () => new metricClass() as AnyMetric,
  })),
];

/**
 * The growth over so many updates. What the engine compiles meanwhile adds to it once, and what leaks adds in
 * proportion to the updates: so the least of up to three counts, each of twice as many updates, for which it
 * is brought back to as many. Each does more than all before it, so that a buffer that doubles does so in each.
 */
function growthOver(updates: number, update: (k: number) => void): number {
  for (let k = 0; k < 2000; k++) update(k);
  let least = Infinity;
  for (let time = 0; time < 3 && least >= MOST_GROWTH; time++) {
    const before = memoryInUse();
    for (let k = 0; k < updates * 2 ** time; k++) update(k);
    least = Math.min(least, (memoryInUse() - before) / 2 ** time);
  }
  return least;
}

test.each(wrappers)('$name: memory and tensors stay as they are over many updates', ({ name, make, batch }) => {
  const metric = make();
  const batches = Array.from({ length: 50 }, (_, seed) => batch(seed));
  const tensors = tf.memory().numTensors;
  const growth = growthOver(drawing.test(name) ? UPDATES / 10 : UPDATES, (k) => {
    metric.update(...batches[k % batches.length]!);
  });
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});

test('all scores of labels: memory and tensors stay as they are over many updates', () => {
  const metrics = labelMetrics.map(({ make }) => make());
  const together = new MetricCollection(Object.fromEntries(labelMetrics.map(({ name, make }) => [name, make()])));
  const tensors = tf.memory().numTensors;
  const growth = growthOver(UPDATES, (k) => {
    const batch: LabelBatch = [
      [k % 3, k % 2],
      [k % 5, 1],
    ];
    // Each of them in turn, and all of them together.
    metrics[k % metrics.length]!.update(...batch);
    together.update(...(batch as unknown as never[]));
  });
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});

type MetricClass = new (options?: object) => AnyMetric;
const entries = Object.entries({ ...clustering, ...information, ...nominal }) as unknown as [string, MetricClass][];
/** Every metric that is exported and is not among those above, without what others are made from. */
const otherMetrics = entries.filter(
  ([name, metricClass]) =>
    metricClass.prototype instanceof Metric &&
    !/Metric$/.test(name) &&
    !labelMetrics.some((metric) => metric.name === name),
);

// Each is given the first of these that it takes.
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

/** Buffers of samples grow by design, unless they are told to stop. */
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

test('metrics of samples, of continuous values and of raters are all tried', () => {
  expect(otherMetrics.length).toBeGreaterThan(14);
});

test.each(otherMetrics)('%s: memory and tensors stay as they are over many updates', (_, metricClass) => {
  const batch = batchesToTry.find((inputs) => takes(bounded(metricClass), inputs))!;
  const metric = bounded(metricClass);
  const tensors = tf.memory().numTensors;
  const growth = growthOver(UPDATES / 4, () => {
    metric.update(...batch);
  });
  expect(metric.updateCount).toBeGreaterThan(UPDATES / 4);
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});
