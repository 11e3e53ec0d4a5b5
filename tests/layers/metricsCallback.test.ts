import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import {
  AdjustedRandScore,
  argMax,
  ContingencyTable,
  MetricCollection,
  MetricInputError,
  MetricTracker,
  MinMaxMetric,
  MutualInfoScore,
  mutualInfoScore,
  NormalizedMutualInfoScore,
  normalizedMutualInfoScore,
} from 'tfjs-metrics';
import { metricsCallback } from 'tfjs-metrics/layers';
import { digitLabels, digits, digitsModel } from './digitsModel.ts';

const VALIDATION = 300;
const train = digits(0, 400);
const validation = digits(1000, VALIDATION);
const truth = digitLabels(1000, VALIDATION);
const members = () => ({ nmi: new NormalizedMutualInfoScore(), mi: new MutualInfoScore() });
const predicted = (model: tf.LayersModel): Int32Array =>
  tf.tidy(() => argMax((model.predict(validation.xs) as tf.Tensor2D).arraySync()));
const fitOptions = { epochs: 3, batchSize: 100, shuffle: false, verbose: 0 } as const;

test('the values over all validation data are in the history of each epoch', async () => {
  const model = digitsModel();
  const expected: number[] = [];
  const callback = metricsCallback({
    model,
    metrics: new MetricCollection(members()),
    validationData: [validation.xs, validation.ys],
    batchSize: 64,
  });
  const { history } = await model.fit(train.xs, train.ys, {
    ...fitOptions,
    callbacks: [callback, { onEpochEnd: async () => void expected.push(mutualInfoScore(predicted(model), truth)) }],
  });
  expect(history['val_mi']).toEqual(expected);
  expect(expected).toHaveLength(3);
  expect((history['val_nmi'] as number[]).at(-1)).toBe(normalizedMutualInfoScore(predicted(model), truth));
  expect((history['val_nmi'] as number[]).at(-1)).toBeGreaterThan(0.3);
  model.dispose();
});

test('early stopping of tfjs-layers can monitor the values', async () => {
  const model = digitsModel();
  const callback = metricsCallback({
    predict: (xs) => tf.zeros([(xs as tf.Tensor).shape[0]!, 10]),
    metrics: new NormalizedMutualInfoScore(),
    validationData: [validation.xs, validation.ys],
    prefix: '',
  });
  const monitor = 'NormalizedMutualInfoScore';
  const { epoch } = await model.fit(train.xs, train.ys, {
    ...fitOptions,
    epochs: 9,
    callbacks: [new tf.CustomCallback(callback), tf.callbacks.earlyStopping({ monitor, mode: 'max', patience: 1 })],
  });
  expect(epoch).toEqual([0, 1]);
  model.dispose();
});

test('a dataset is streamed, also in fitDataset, and no tensor leaks', async () => {
  const model = digitsModel();
  const batches = () => tf.data.zip({ xs: tf.data.array(rows(validation.xs)), ys: tf.data.array(rows(validation.ys)) });
  const dataset = batches().batch(70) as tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>;
  const metrics = new MinMaxMetric(new MetricCollection(members()));
  const callback = metricsCallback({ model, metrics, dataset });
  await model.fitDataset(dataset, { epochs: 1, verbose: 0, callbacks: [callback] });
  const before = tf.memory().numTensors;
  const { history } = await model.fitDataset(dataset, {
    epochs: 2,
    verbose: 0,
    callbacks: callback,
  });
  expect(tf.memory().numTensors).toBe(before);
  const mi = mutualInfoScore(predicted(model), truth);
  expect((history['val_mi_value'] as number[])[1]).toBe(mi);
  expect(metrics.compute().value.mi).toBe(mi);
  expect(metrics.updateCount).toBe(Math.ceil(VALIDATION / 70));
  model.dispose();
});

test('every: 2 evaluates every second epoch, and every: "batch" each batch', async () => {
  const model = digitsModel();
  const validationData = [validation.xs, validation.ys] as const;
  const metrics = new MetricCollection(members());
  const seen: boolean[] = [];
  await model.fit(train.xs, train.ys, {
    ...fitOptions,
    callbacks: [
      metricsCallback({ model, metrics, validationData, every: 2 }),
      {
        onEpochEnd: async (_: number, logs?: tf.Logs) => void seen.push(logs!['val_mi'] !== undefined),
      },
    ],
  });
  expect(seen).toEqual([false, true, false]);
  const values: number[] = [];
  await model.fit(train.xs, train.ys, {
    ...fitOptions,
    epochs: 1,
    callbacks: [
      metricsCallback({ model, metrics, validationData, every: 'batch' }),
      {
        onBatchEnd: async (_: number, logs?: tf.Logs) => void values.push(logs!['val_mi'] as number),
      },
    ],
  });
  expect(values).toHaveLength(4);
  expect(new Set(values).size).toBeGreaterThan(1);
  model.dispose();
});

test('a tracker records each epoch and finds the best', async () => {
  const model = digitsModel();
  const metrics = new MetricTracker(new MetricCollection(members()));
  const { history } = await model.fit(train.xs, train.ys, {
    ...fitOptions,
    callbacks: metricsCallback({ model, metrics, validationData: [validation.xs, validation.ys] }),
  });
  const nmi = history['val_nmi'] as number[];
  expect(metrics.history.map((values) => values.nmi)).toEqual(nmi);
  expect(metrics.best.nmi).toEqual({
    value: Math.max(...nmi),
    epoch: nmi.indexOf(Math.max(...nmi)),
    skipped: undefined,
  });
  model.dispose();
});

test('toLabels selects what is scored, and tensors that it creates are freed', async () => {
  const before = tf.memory().numTensors;
  const metrics = new AdjustedRandScore();
  const callback = metricsCallback({
    predict: (xs) => tf.mul(xs as tf.Tensor, 2),
    metrics,
    validationData: [validation.xs, validation.ys],
    toLabels: (predictions: tf.Tensor, ys: tf.Tensor) => [
      tf.cast(tf.greater(tf.sum(predictions, -1), 40), 'int32'),
      tf.argMax(ys, -1),
    ],
  });
  await callback.onEpochEnd(0, {});
  expect(tf.memory().numTensors).toBe(before);
  const bright = tf.tidy(() => tf.greater(tf.sum(tf.mul(validation.xs, 2), -1), 40).arraySync());
  const expected = new AdjustedRandScore();
  expected.update(ContingencyTable.of(bright as number[], truth));
  expect(metrics.compute()).toBe(expected.compute());
});

test('an invalid batch leaks no tensor', async () => {
  const before = tf.memory().numTensors;
  const callback = metricsCallback({
    predict: (xs) => tf.mul(xs as tf.Tensor, 2),
    toLabels: (predictions: tf.Tensor, ys: tf.Tensor) => [tf.neg(predictions), ys],
    metrics: new AdjustedRandScore(),
    validationData: [validation.xs, validation.ys],
  });
  await expect(callback.onEpochEnd(0, {})).rejects.toThrow(MetricInputError);
  expect(tf.memory().numTensors).toBe(before);
});

describe('invalid options throw and are named', () => {
  const metrics = new AdjustedRandScore();
  const validationData = [validation.xs, validation.ys] as const;
  const model = { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
  test.each<[string, object, string]>([
    ['no metrics', { model, validationData }, 'expected the option "metrics", got none'],
    ['no model', { metrics, validationData }, 'expected the option "model" or "predict", got neither'],
    ['no data', { metrics, model }, 'either option "validationData" or option "dataset", got neither'],
    ['two kinds of data', { metrics, model, validationData, dataset: [] }, 'or option "dataset", got both'],
    [
      'metrics that are not a metric',
      { metrics: {}, model, validationData },
      'option "metrics": expected a metric or a collection',
    ],
    [
      'an invalid schedule',
      { metrics, model, validationData, every: 0 },
      'option "every": expected "epoch", "batch" or',
    ],
    [
      'data of unequal lengths',
      { metrics, model, validationData: [validation.xs, train.ys] },
      'option "validationData": ys: expected 300 rows, got shape [400, 10]',
    ],
    [
      'data that are not tensors',
      { metrics, model, validationData: [[[1]], validation.ys] },
      'xs: expected tensors, got Array of length 1',
    ],
    ['an unknown option', { metrics, model, validationData, each: 1 }, 'expected known options, got "each"'],
  ])('%s', (_, options, message) => {
    expect(() => metricsCallback(options as never)).toThrow(MetricInputError);
    expect(() => metricsCallback(options as never)).toThrow(message);
  });
});

function rows(tensor: tf.Tensor2D): number[][] {
  return tensor.arraySync();
}
