import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import {
  argMax,
  ContingencyTable,
  MetricCollection,
  MetricInputError,
  MultitaskWrapper,
  MutualInfoScore,
  mutualInfoScore,
  RandScore,
  type MetricSnapshot,
} from 'tfjs-metrics';
import { evaluateMetrics, assignmentMutualInfoLoss } from 'tfjs-metrics/layers';
import { hash32 } from '../parity/hashLabels.ts';
import { digitLabels, digits, digitsModel } from './digitsModel.ts';

test('compile({ metrics }) averages over batches, unlike evaluateMetrics: 1 nat for independent labels', async () => {
  // Labels of 10 classes and independent predictions, in batches of 32.
  const [batch, samples] = [32, 6400];
  const labels = (seed: number) => Array.from({ length: samples }, (_, i) => hash32(i, seed) % 10);
  const [truth, guesses] = [labels(1), labels(2)];
  const oneHot = (of: number[]) => tf.oneHot(tf.tensor1d(of, 'int32'), 10).toFloat() as tf.Tensor2D;
  const [xs, ys] = [oneHot(guesses), oneHot(truth)];
  const batchMutualInfo = (yTrue: tf.Tensor, yPred: tf.Tensor): tf.Scalar =>
    tf.scalar(mutualInfoScore(tf.argMax(yPred, -1), tf.argMax(yTrue, -1)));
  const model = tf.sequential({
    layers: [tf.layers.activation({ inputShape: [10], activation: 'linear' })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: [batchMutualInfo] });
  const [, averaged] = (model.evaluate(xs, ys, { batchSize: batch }) as tf.Scalar[]).map((value) => value.arraySync());
  const batches = Array.from({ length: samples / batch }, (_, k) => ({
    xs: tf.slice(xs, [k * batch, 0], [batch, 10]),
    ys: tf.slice(ys, [k * batch, 0], [batch, 10]),
  }));
  const pooled = await evaluateMetrics(model, batches, new MutualInfoScore());
  expect(pooled).toBe(mutualInfoScore(guesses, truth));
  expect(averaged).toBeGreaterThan(0.9);
  expect(pooled).toBeLessThan(0.02);
});

test('a model and its metrics resume from a checkpoint in the middle of an epoch', async () => {
  const batches = Array.from({ length: 8 }, (_, k) => digits(100 * k, 100));
  const members = () => ({ mi: new MutualInfoScore(), rand: new RandScore() });
  type Metrics = MetricCollection<ReturnType<typeof members>>;
  const step = async (model: tf.LayersModel, metrics: Metrics, k: number): Promise<void> => {
    const { xs, ys } = batches[k]!;
    const predictions = tf.tidy(() => (model.predict(xs) as tf.Tensor).argMax(-1));
    await metrics.updateAsync(predictions, digitLabels(100 * k, 100));
    predictions.dispose();
    await model.trainOnBatch(xs, ys);
  };
  const compile = (model: tf.LayersModel): void => {
    model.compile({ optimizer: tf.train.sgd(0.5), loss: 'categoricalCrossentropy' });
  };

  const model = digitsModel();
  compile(model);
  const metrics: Metrics = new MetricCollection(members());
  let saved: tf.io.ModelArtifacts | undefined;
  let text = '';
  for (let k = 0; k < 8; k++) {
    if (k === 5) {
      await model.save(
        tf.io.withSaveHandler(async (artifacts) => {
          saved = artifacts;
          return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
        }),
      );
      text = JSON.stringify(metrics);
    }
    await step(model, metrics, k);
  }

  const resumed = await tf.loadLayersModel(tf.io.fromMemory(saved!));
  compile(resumed);
  const restored = MetricCollection.fromJSON(JSON.parse(text) as MetricSnapshot, members());
  expect(restored.updateCount).toBe(5);
  for (let k = 5; k < 8; k++) await step(resumed, restored as Metrics, k);
  expect(restored.compute()).toEqual(metrics.compute());
  expect(JSON.stringify(restored)).toBe(JSON.stringify(metrics));
  expect(metrics.compute().rand).toBeGreaterThan(0.8);
});

test('at most one batch of a dataset is in memory', async () => {
  const model = digitsModel();
  let most = 0;
  const before = tf.memory().numTensors;
  const dataset = tf.data.generator(function* () {
    for (let k = 0; k < 12; k++) {
      most = Math.max(most, tf.memory().numTensors);
      yield digits(50 * k, 50);
    }
  } as never);
  const value = await evaluateMetrics(model, dataset as never, new MutualInfoScore());
  expect(tf.memory().numTensors).toBe(before);
  expect(most - before).toBeLessThanOrEqual(2);
  const { xs } = digits(0, 600);
  const preds = argMax((model.predict(xs) as tf.Tensor2D).arraySync());
  expect(value).toBe(mutualInfoScore(ContingencyTable.of(preds, digitLabels(0, 600))));
});

test('tensors of a list of batches are not disposed of', async () => {
  const model = digitsModel();
  const batches = [digits(0, 50), digits(50, 50)];
  const [first, second] = [new MutualInfoScore(), new MutualInfoScore()];
  await evaluateMetrics(model, batches, first);
  expect(await evaluateMetrics(model, batches, second)).toBe(first.compute());
});

test('invalid batches and datasets, and models with several outputs, throw', async () => {
  const model = digitsModel();
  const metric = new MutualInfoScore();
  await expect(evaluateMetrics(model, [{ x: 1 }] as never, metric)).rejects.toThrow(
    'dataset: expected batches { xs, ys } or [xs, ys], got an object',
  );
  await expect(evaluateMetrics(model, null as never, metric)).rejects.toThrow(MetricInputError);
  const { xs, ys } = digits(0, 10);
  const forked = { predict: () => [tf.zeros([10, 3]), tf.zeros([10, 2])] };
  await expect(evaluateMetrics(forked, [[xs, ys]], metric)).rejects.toThrow(
    'got 2; select what to score with toLabels',
  );
});

test('a model compiled with assignmentMutualInfoLoss learns to separate the digits', async () => {
  const model = digitsModel();
  model.compile({ optimizer: tf.train.adam(0.01), loss: assignmentMutualInfoLoss() });
  const { xs, ys } = digits(0, 800);
  const before = await evaluateMetrics(model, [[xs, ys]], new MutualInfoScore());
  await model.fit(xs, ys, { epochs: 8, batchSize: 200, verbose: 0 });
  const after = await evaluateMetrics(model, [[xs, ys]], new MutualInfoScore());
  expect(after).toBeGreaterThan(before + 0.5);
});

test('toLabels may return tensors in options and in records of tasks', async () => {
  const model = { predict: (xs: tf.Tensor | tf.Tensor[]) => tf.mul(xs as tf.Tensor, 1) };
  const batch = () => ({
    xs: tf.tensor2d([
      [2, 1],
      [0, 3],
      [1, 0],
    ]),
    ys: tf.tensor1d([0, 1, 1]),
  });
  const batches = [batch(), batch()];
  const before = tf.memory().numTensors;
  const weighted = await evaluateMetrics(model, batches, new RandScore(), {
    toLabels: (scores: tf.Tensor, ys: tf.Tensor) => [
      tf.argMax(scores, -1),
      ys,
      { sampleWeight: tf.tensor1d([1, 2, 0]) },
    ],
  });
  expect(weighted).toBe(1);
  const tasks = await evaluateMetrics(model, batches, new MultitaskWrapper({ one: new RandScore() }), {
    toLabels: (scores: tf.Tensor, ys: tf.Tensor) => [{ one: tf.argMax(scores, -1) }, { one: ys }],
  });
  expect(tasks.one).toBe(await evaluateMetrics(model, batches, new RandScore()));
  expect(tasks.one).toBeLessThan(1);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose(batches);
});

describe('an invalid argument throws and does not modify the metrics', () => {
  const model = { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
  const batches = [{ xs: tf.tensor1d([0, 1]), ys: tf.tensor1d([0, 1]) }];
  const given = { model, batches, metric: undefined, options: undefined };
  test.each<[string, object, string]>([
    ['no model', { model: null }, 'expected a model with a method predict, got null'],
    ['no dataset', { batches: {} }, 'expected a dataset or batches as second argument'],
    ['no metric', { metric: { update: 1 } }, 'expected a metric or a collection as third argument'],
    ['an unknown option', { options: { predikt: 1 } }, 'expected known options, got "predikt"'],
    ['an option that is not a function', { options: { predict: 1 } }, 'option "predict": expected a function'],
  ])('%s', async (_, wrong, message) => {
    const metric = new RandScore();
    metric.update([0, 1], [0, 1]);
    const all = { ...given, metric, ...wrong };
    const done = evaluateMetrics(all.model, all.batches, all.metric, all.options);
    await expect(done).rejects.toThrow(MetricInputError);
    await expect(done).rejects.toThrow(message);
    expect(metric.updateCount).toBe(1);
  });

  test.each<[string, object, string]>([
    [
      'labels that are not a list',
      { toLabels: () => 3 },
      'toLabels: expected it to return a list of metric inputs, got 3',
    ],
    ['a promise of predictions', { predict: () => Promise.resolve(1) }, 'predictions: expected a tensor, got'],
  ])('%s', async (_, options, message) => {
    const before = tf.memory().numTensors;
    const done = evaluateMetrics(model, batches, new RandScore(), options as never);
    await expect(done).rejects.toThrow(MetricInputError);
    await expect(done).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });
});
