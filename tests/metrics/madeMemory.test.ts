import { expect, test } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics';
import { MetricCollection, type AnyMetric, type LabelBatch } from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { madeMetrics } from './madeMetrics.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const UPDATES = 20_000;
/** Thirteen bytes an update: less than any number that is kept. */
const MOST_GROWTH = 2 ** 18;

/** Those that keep all numbers, as they should; over a window they are held to the limit all the same. */
const growing = new Set(['CatMetric', 'ClasswiseWrapper']);
/** Each update of these is several. */
const drawing = /^BootStrapper (by|of a (mean|Running))/;

const wrappers = madeMetrics.filter(({ name }) => !growing.has(name));
const labelMetrics = [
  ...metricClasses.map(([name, metricClass]) => ({ name, make: () => new metricClass() as AnyMetric })),
  ...[lib.CramersV, lib.TschuprowsT, lib.PearsonsContingencyCoefficient, lib.TheilsU].map((metricClass) => ({ name: metricClass.name, make: () => new metricClass() as AnyMetric })),
]; // prettier-ignore

function growthOver(updates: number, update: (k: number) => void): number {
  for (let k = 0; k < 2000; k++) update(k);
  const before = memoryInUse();
  for (let k = 0; k < updates; k++) update(k);
  return memoryInUse() - before;
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
}); // prettier-ignore

test('all scores of labels: memory and tensors stay as they are over many updates', () => {
  const metrics = labelMetrics.map(({ make }) => make());
  const together = new MetricCollection(
    Object.fromEntries(labelMetrics.map(({ name, make }) => [name, make()])),
  );
  const tensors = tf.memory().numTensors;
  const growth = growthOver(UPDATES, (k) => {
    const batch: LabelBatch = [[k % 3, k % 2], [k % 5, 1]]; // prettier-ignore
    // Each of them in turn, and all of them together.
    metrics[k % metrics.length]!.update(...batch);
    together.update(...(batch as unknown as never[]));
  });
  expect(growth).toBeLessThan(MOST_GROWTH);
  expect(tf.memory().numTensors).toBe(tensors);
});
