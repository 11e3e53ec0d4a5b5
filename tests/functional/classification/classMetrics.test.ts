import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import {
  Accuracy,
  AdjustedRandScore,
  adjustedRandScore,
  CalinskiHarabaszScore,
  calinskiHarabaszScore,
  ConfusionMatrix,
  confusionMatrix,
  F1Score,
  f1Score,
  MetricCollection,
  MetricTracker,
} from 'tfjs-metrics';

const scores = [
  [0.1, 0.7, 0.2],
  [0.5, 0.2, 0.3],
  [0.2, 0.2, 0.6],
  [0.3, 0.4, 0.3],
];
const truth = [1, 2, 2, 0];
const predicted = [1, 0, 2, 1];

describe('metrics of a classifier', () => {
  test('are unchanged by an invalid batch', () => {
    const metric = new Accuracy({ labels: ['a', 'b'] });
    metric.update(['a', 'b'], ['a', 'a']);
    const before = JSON.stringify(metric);
    expect(() => metric.update(['a'], ['c'])).toThrow('expected a label of the option "labels", got "c"');
    expect(() => metric.update([0.5], ['a', 'b'])).toThrow();
    expect(() => metric.update([[0.1, 0.2, 0.7]], ['a'])).toThrow('expected 2 columns');
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('share one table with metrics of clusterings, in any order, also for class scores', () => {
    for (const names of [
      ['ari', 'f1', 'matrix'],
      ['matrix', 'f1', 'ari'],
    ] as const) {
      const made = {
        ari: new AdjustedRandScore(),
        f1: new F1Score({ average: 'macro' }),
        matrix: new ConfusionMatrix(),
      };
      const metrics = new MetricCollection(Object.fromEntries(names.map((name) => [name, made[name]])));
      // The type of the collection asks for what every member takes alone: labels.
      metrics.update(scores as never, truth);
      expect(Object.keys(metrics.toJSON().state as object)).toHaveLength(1);
      expect(metrics.compute()).toEqual({
        ari: adjustedRandScore(predicted, truth),
        f1: f1Score(predicted, truth, { average: 'macro' }),
        matrix: confusionMatrix(predicted, truth),
      });
    }
  });

  test('do not change what other metrics of the collection get', () => {
    const samples = [
      [1, 2],
      [2, 1],
      [8, 9],
      [9, 8],
    ];
    const metrics = new MetricCollection({ ch: new CalinskiHarabaszScore(), acc: new Accuracy() });
    metrics.update(samples as never, [0, 0, 1, 1]);
    expect(metrics.compute().ch).toBe(calinskiHarabaszScore(samples, [0, 0, 1, 1]));
  });

  test('give metrics of labels the classes that their options say', () => {
    const labels = ['ape', 'bee', 'cow'];
    const metrics = new MetricCollection({ ari: new AdjustedRandScore(), acc: new Accuracy({ labels }) });
    metrics.update(scores as never, truth.map((k) => labels[k]!) as never);
    expect(metrics.compute()).toEqual({ ari: adjustedRandScore(predicted, truth), acc: 0.5 });
    const low = new MetricCollection({ low: new Accuracy({ threshold: 0.2 }), ari: new AdjustedRandScore() });
    low.update([0.3, 0.1] as never, [1, 0]);
    expect(low.compute()).toEqual({ low: 1, ari: 1 });
  });

  test('with another ignoreLabel do not depend on their order', () => {
    const make = (): { a: Accuracy; b: F1Score<'macro'> } => ({
      a: new Accuracy({ ignoreLabel: -1 }),
      b: new F1Score({ average: 'macro' }),
    });
    const { a, b } = make();
    const other = make();
    for (const metrics of [new MetricCollection({ a, b }), new MetricCollection({ b: other.b, a: other.a })]) {
      expect(() => metrics.update(scores, [1, -1, 2, 0])).toThrow('target[1]: expected a class from 0 to 2');
      expect(metrics.updateCount).toBe(0);
    }
  });

  test('hand the predicted classes to metrics of labels in the same collection', () => {
    const metrics = new MetricCollection({ ari: new AdjustedRandScore(), low: new F1Score({ threshold: 0.3 }) });
    metrics.update([0.2, 0.4, 0.9, 0.6] as never, [0, 1, 1, 0]);
    expect(metrics.compute()).toEqual({ ari: adjustedRandScore([0, 1, 1, 1], [0, 1, 1, 0]), low: 0.8 });
    expect(metrics.acceptsScores).toBe(true);
    expect(new MetricTracker(new MetricCollection({ f1: new F1Score() })).acceptsScores).toBe(true);
    expect(new MetricTracker(new AdjustedRandScore()).acceptsScores).toBe(false);
  });

  test('with another threshold count into another table', () => {
    const metrics = new MetricCollection({ low: new F1Score({ threshold: 0.3 }), high: new F1Score() });
    metrics.update([0.2, 0.4, 0.9], [0, 1, 1]);
    expect(metrics.compute()).toEqual({ low: 1, high: 2 / 3 });
  });

  test('accept tensors of WebGPU with updateAsync', async () => {
    const metric = new Accuracy();
    await metric.updateAsync(tf.tensor2d(scores), tf.tensor1d(truth, 'int32'));
    expect(metric.compute()).toBe(0.5);
  });
});
