import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { performance } from 'node:perf_hooks';
import { ContingencyMetric, MetricCollection, type AnyMetric } from 'tfjs-metrics';
import * as clustering from 'tfjs-metrics/clustering';
import * as nominal from 'tfjs-metrics/nominal';
import { hash32 } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase, Row } from '../benchmarkCase.ts';

const [BATCH, FEATURES, CLASSES, STEPS, ROUNDS] = [256, 64, 10, 50, 15];

/** Returns twenty scores of labels: all classes, some with further options. */
function twentyScores(): MetricCollection<Record<string, AnyMetric>> {
  type ScoreClass = new (options?: object) => AnyMetric;
  const all = Object.entries({ ...clustering, ...nominal }) as [string, ScoreClass][];
  const scores = all
    .filter(([, { prototype }]) => (prototype as unknown) instanceof ContingencyMetric)
    .map(([name, scoreClass]) => [name, new scoreClass()] as const);
  const more = (['min', 'max', 'geometric'] as const).flatMap((averageMethod) => [
    [`nmi ${averageMethod}`, new clustering.NormalizedMutualInfoScore({ averageMethod })] as const,
    [`ami ${averageMethod}`, new clustering.AdjustedMutualInfoScore({ averageMethod })] as const,
  ]);
  return new MetricCollection(Object.fromEntries([...scores, ...more].slice(0, 20)));
}

/** Compares the time of an update of the metrics with that of a training step. */
async function measureOverhead(): Promise<Row[]> {
  await tf.setBackend('wasm');
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [FEATURES], units: 128, activation: 'relu' }));
  model.add(tf.layers.dense({ units: CLASSES, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const labels = Int32Array.from({ length: BATCH }, (_, i) => hash32(i, 1) % CLASSES);
  const preds = Int32Array.from(labels, (label, i) => (hash32(i, 2) % 4 === 0 ? 0 : label));
  const xs = tf.randomUniform([BATCH, FEATURES]);
  const ys = tf.oneHot(tf.tensor1d(labels), CLASSES).toFloat();
  const metrics = twentyScores();
  metrics.update(preds, labels);
  const size = Object.keys(metrics.members).length;
  const shares: number[] = [];
  const [steps, updates]: [number[], number[]] = [[], []];
  for (let round = -5; round < ROUNDS; round++) {
    const start = performance.now();
    for (let k = 0; k < STEPS; k++) await model.trainOnBatch(xs, ys);
    const trained = performance.now();
    for (let k = 0; k < STEPS; k++) metrics.update(preds, labels);
    const updated = performance.now();
    if (round < 0) continue;
    steps.push((trained - start) / STEPS);
    updates.push((updated - trained) / STEPS);
    shares.push((updated - trained) / (trained - start));
  }
  const [share, step, update] = [shares, steps, updates].map(median) as [number, number, number];
  return [
    {
      what: `updating ${size} scores of labels, batches of ${BATCH}`,
      ours: `${update.toPrecision(3)} ms`,
      peer: `a training step of ${FEATURES}-128-${CLASSES}, wasm backend`,
      theirs: `${step.toPrecision(3)} ms`,
      ratio: `${(100 * share).toPrecision(3)} % of it`,
      target: '< 1 %',
      isMet: share < 0.01,
    },
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Overhead of metrics in a training loop. */
export const training: readonly BenchmarkCase[] = [
  { name: 'updates of metrics compared with training steps', measure: measureOverhead },
];
