import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { AdjustedRandScore, argMax, MetricInputError, MutualInfoScore, mutualInfoScore, threshold } from 'tfjs-metrics';
import { evaluateMetrics, metricsCallback } from 'tfjs-metrics/layers';

/** A model whose predictions are its inputs. */
const model = { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
const column = (...values: number[]): tf.Tensor2D => tf.tensor2d(values, [values.length, 1]);

describe('predictions that are NaN', () => {
  const scores = tf.tensor2d([
    [0.2, 0.8],
    [0.9, 0.1],
    [0.4, 0.6],
    [NaN, NaN],
    [0.3, 0.7],
  ]);
  const truth = tf.tensor1d([1, 0, 1, 0, 1], 'int32');
  const batches = [
    { xs: tf.slice(scores, 0, 2), ys: tf.slice(truth, 0, 2) },
    { xs: tf.slice(scores, 2, 3), ys: tf.slice(truth, 2, 3) },
  ];

  test('throw an error with the row counted over all batches, like argMax', async () => {
    const numTensors = tf.memory().numTensors;
    const evaluation = evaluateMetrics(model, batches, new AdjustedRandScore());
    await expect(evaluation).rejects.toThrow(MetricInputError);
    await expect(evaluation).rejects.toThrow('predictions: row 3, column 0: expected a number, got NaN');
    expect(() => argMax(scores)).toThrow('scores: row 3, column 0: expected a number, got NaN');
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  test.each(['epoch', 'batch'] as const)('throw an error with the %s in a callback', async (every) => {
    const validationData = [scores, truth] as const;
    const options = {
      model,
      metrics: new AdjustedRandScore(),
      validationData,
      every,
      batchSize: 2,
    };
    const { onEpochEnd, onBatchEnd } = metricsCallback(options);
    const call = every === 'epoch' ? onEpochEnd(7, {}) : onBatchEnd(7, {});
    await expect(call).rejects.toThrow(MetricInputError);
    await expect(call).rejects.toThrow(
      `metricsCallback, ${every} 7: predictions: row 3, column 0: expected a number, got NaN`,
    );
  });

  test('throw also in probabilities of two classes, as do true values that are NaN', async () => {
    const binary = [
      { xs: column(0.2, 0.7), ys: column(0, 1) },
      { xs: column(0.2, NaN), ys: column(0, 1) },
    ];
    await expect(evaluateMetrics(model, binary, new MutualInfoScore())).rejects.toThrow(
      'predictions[3]: expected a number, got NaN',
    );
    const oneHot = [
      {
        xs: tf.slice(scores, 0, 2),
        ys: tf.tensor2d([
          [0, 1],
          [NaN, 1],
        ]),
      },
    ];
    await expect(evaluateMetrics(model, oneHot, new MutualInfoScore())).rejects.toThrow(
      'ys: row 1, column 0: expected a number, got NaN',
    );
  });
});

describe('probabilities of two classes', () => {
  const probabilities = [0.1, 0.7, 0.5, 0.9, 0.4];
  const truth = [0, 1, 0, 1, 1];
  const expected = mutualInfoScore(threshold(probabilities), truth);

  test.each([
    ['[N, 1]', column(...probabilities), column(...truth)],
    ['[N]', tf.tensor1d(probabilities), tf.tensor1d(truth, 'int32')],
    ['[N, 1] with boolean labels', column(...probabilities), tf.tensor1d(truth, 'bool')],
  ])('%s become labels with the threshold 0.5', async (_, xs, ys) => {
    expect(await evaluateMetrics(model, [{ xs, ys }], new MutualInfoScore())).toBe(expected);
  });

  test('are passed to toLabels unchanged', async () => {
    let given: unknown;
    const toLabels = (predictions: tf.Tensor, ys: tf.Tensor) => {
      given = Array.from(predictions.dataSync());
      return [tf.greater(predictions, 0.8), tf.greater(ys, 0)] as never;
    };
    const batch = [{ xs: tf.tensor1d([0.25, 0.75]), ys: tf.tensor1d([0, 1]) }];
    await evaluateMetrics(model, batch, new MutualInfoScore(), { toLabels: toLabels as never });
    expect(given).toEqual([0.25, 0.75]);
  });

  test('cluster labels, logits and predictions of non-binary targets are not treated as probabilities', async () => {
    const clusters = [{ xs: column(1, 0, 1, 0, 1), ys: column(...truth) }];
    expect(await evaluateMetrics(model, clusters, new MutualInfoScore())).toBe(mutualInfoScore([1, 0, 1, 0, 1], truth));
    for (const [xs, ys] of [
      [column(-3, 0.5), column(0, 1)],
      [column(0.2, 0.7), column(0, 2)],
    ]) {
      await expect(evaluateMetrics(model, [{ xs: xs!, ys: ys! }], new MutualInfoScore())).rejects.toThrow(
        'expected an integer label',
      );
    }
  });
});
