import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import { Accuracy, accuracy, ClasswiseWrapper, confusionMatrix, f1Score, Recall, recall } from 'tfjs-metrics';

const scores = [
  [0.1, 0.7, 0.2],
  [0.5, 0.2, 0.3],
  [0.2, 0.2, 0.6],
  [0.3, 0.4, 0.3],
];
const truth = [1, 2, 2, 0];
const predicted = [1, 0, 2, 1];

describe('class scores', () => {
  test('become the class with the highest score', () => {
    expect(confusionMatrix(scores, truth)).toEqual(confusionMatrix(predicted, truth));
  });

  test('are equal as tensors, typed rows and flat arrays with a shape, with labels or one-hot targets', () => {
    const expected = confusionMatrix(predicted, truth);
    const oneHot = truth.map((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0)));
    const inputs = [
      tf.tensor2d(scores),
      scores.map((row) => Float32Array.from(row)),
      { data: Float64Array.from(scores.flat()), shape: [4, 3] as const },
      { data: Float32Array.from(scores.flat()), dims: [4, 3] },
    ];
    const targets = [truth, tf.tensor1d(truth), tf.tensor2d(truth, [4, 1]), oneHot, tf.tensor2d(oneHot)];
    for (const preds of inputs) {
      for (const target of targets) expect(confusionMatrix(preds, target)).toEqual(expected);
    }
  });

  test('of images flatten', () => {
    const images = tf.tensor(scores.flat(), [2, 2, 3]);
    expect(confusionMatrix(images, tf.tensor2d(truth, [2, 2]))).toEqual(confusionMatrix(predicted, truth));
    expect(confusionMatrix(images, tf.oneHot(tf.tensor2d(truth, [2, 2], 'int32'), 3) as tf.Tensor)).toEqual(
      confusionMatrix(predicted, truth),
    );
  });

  test('have columns that the option labels names', () => {
    const labels = ['ape', 'bee', 'cow'];
    const names = truth.map((k) => labels[k]!);
    expect(recall(scores, names, { labels, average: 'none' })).toEqual({ ape: 0, bee: 1, cow: 0.5 });
    expect(() => recall(scores, names, { average: 'none' })).toThrow(
      'preds: expected the option "labels", which names the 3 columns of class scores',
    );
    expect(() => recall(scores, names, { labels: ['ape', 'bee'] })).toThrow(
      'preds: expected 2 columns, one for each of the option "labels", got 3',
    );
  });

  test('count as correct with topK if the true class is among the highest', () => {
    for (const topK of [1, 2, 3]) {
      const correct = scores.filter((row, i) => {
        const order = [0, 1, 2].sort((a, b) => row[b]! - row[a]! || a - b);
        return order.slice(0, topK).includes(truth[i]!);
      });
      expect(accuracy(scores, truth, { topK })).toBe(correct.length / scores.length);
    }
    expect(() => accuracy(scores, truth, { topK: 4 })).toThrow(
      'option "topK": expected at most 3, the number of classes, got 4',
    );
    expect(() => accuracy([1, 0], [1, 0], { topK: 2 })).toThrow('expected class scores [N, K] for option "topK"');
  });

  test('with other targets than their columns are an error', () => {
    expect(() => accuracy(scores, [1, 2, 3, 0])).toThrow('target[2]: expected a class from 0 to 2');
    expect(() => accuracy(scores, [1, -1, 2, 0])).toThrow('target[1]: expected a class from 0 to 2');
    expect(accuracy(scores, [1, -1, 2, 0], { ignoreLabel: -1 })).toBe(2 / 3);
    expect(() => accuracy([[0.1, NaN]], [1])).toThrow('preds: row 0, column 1: expected a number, got NaN');
    expect(() => accuracy(scores, [[0, 1, 1], ...scores.slice(1)])).toThrow('target: row 0: expected a one-hot row');
  });
});

describe('one-hot targets', () => {
  test('of a batch of one sample are one sample', () => {
    expect(accuracy([[0.2, 0.8]], [[0, 1]])).toBe(1);
    expect(accuracy(tf.tensor2d([[0.2, 0.8]]), tf.tensor2d([[0, 1]]))).toBe(1);
  });

  test('have as many columns as the class scores', () => {
    expect(() =>
      accuracy(scores, [
        [0, 1],
        [1, 0],
        [0, 1],
        [1, 0],
      ]),
    ).toThrow('target: expected labels [N] or one-hot rows of 3 columns, as in preds, got shape [4, 2]');
  });
});

describe('probabilities', () => {
  test('need targets that are the positive or the negative class', () => {
    expect(() => accuracy([0.9, 0.1, 0.8], [1, -1, 1])).toThrow(
      'target[1]: expected 0 or 1, because preds are probabilities, got -1; name the classes',
    );
    expect(() => accuracy([0.9, 0.1], [2, 1])).toThrow('target[0]: expected 0 or 1');
    expect(accuracy([0.9, 0.1, 0.8], [1, -1, 1], { labels: [-1, 1] })).toBe(1);
    expect(accuracy([0.9, 0.1, 0.8], [1, 0, 255], { ignoreLabel: 255 })).toBe(1);
  });

  test('of 0 and 1 only are probabilities too if the classes are others', () => {
    expect(recall([1, 0], ['b', 'a'], { labels: ['a', 'b'], positiveLabel: 'b' })).toBe(1);
    expect(recall([1, 0], [7, 3], { labels: [3, 7], positiveLabel: 7 })).toBe(1);
    const metric = new Accuracy();
    metric.update([0.9, 0.2], [true, false]);
    metric.update([1, 0], [true, true]);
    expect(metric.compute()).toBe(0.75);
  });

  test('have classes that may be booleans or 0 and 1', () => {
    expect(accuracy([0.9, 0.1], [true, false], { labels: [0, 1] })).toBe(1);
    expect(accuracy([0.9, 0.1], [1, 0], { labels: [false, true] })).toBe(1);
    expect(recall([0.9, 0.1], [1, 0], { labels: [0, 1], positiveLabel: true })).toBe(1);
  });

  test('become positive above the threshold', () => {
    const probabilities = [0.2, 0.5, 0.51, 0.9];
    expect(confusionMatrix(probabilities, [0, 1, 1, 1])).toEqual([
      [1, 0],
      [1, 2],
    ]);
    expect(confusionMatrix(probabilities, [0, 1, 1, 1], { threshold: 0.6 })).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(f1Score(tf.tensor2d(probabilities, [4, 1]), tf.tensor1d([0, 1, 1, 1]))).toBe(0.8);
    expect(f1Score(probabilities, [false, true, true, true])).toBe(0.8);
  });

  test('of named classes need both names', () => {
    const options = { labels: ['no', 'yes'], positiveLabel: 'yes' } as const;
    expect(f1Score([0.2, 0.9, 0.7], ['no', 'yes', 'no'], options)).toBeCloseTo(2 / 3, 15);
    expect(() => f1Score([0.2, 0.9], ['no', 'yes'], { positiveLabel: 'yes' })).toThrow(
      'preds: expected the option "labels" with both classes',
    );
  });

  test('outside of 0 to 1 are an error that names fromLogits', () => {
    expect(() => f1Score([0.2, 1.5], [0, 1])).toThrow(
      'preds[1]: expected a probability from 0 to 1, got 1.5; for logits, set the option "fromLogits" to true',
    );
    expect(f1Score([-0.2, 1.5, 0.1], [0, 1, 1], { fromLogits: true })).toBe(1);
    expect(f1Score([-0.2, 1.5, 0.1], [0, 1, 0], { fromLogits: true, threshold: 0.6 })).toBe(1);
    expect(() => f1Score([0.5, NaN], [0, 1])).toThrow('preds[1]: expected a probability from 0 to 1, got NaN');
  });
});

test('ignoreLabel leaves out samples by their target only', () => {
  expect(recall([0, 1, 1], [1, 1, 1], { ignoreLabel: 0 })).toBe(2 / 3);
  expect(confusionMatrix([0, 1, 1], [0, 1, 2], { ignoreLabel: 2 })).toEqual([
    [1, 0],
    [0, 1],
  ]);
  const metric = new Accuracy({ ignoreLabel: 0 });
  metric.update([0, 1, 1, 0], [1, 1, 0, 0]);
  expect(metric.compute()).toBe(0.5);
});

test('ClasswiseWrapper names the scores of each class', () => {
  const metric = new ClasswiseWrapper(new Recall({ average: 'none' }));
  metric.update(['a', 'b', 'b'], ['a', 'a', 'b']);
  expect(metric.compute()).toEqual({ Recall_a: 0.5, Recall_b: 1 });
});

describe('classes', () => {
  test('of a binary score are at most two, and the positive one is known', () => {
    expect(() => f1Score([0, 1, 2], [0, 1, 1])).toThrow(
      'f1Score: expected at most 2 classes, got 3; set the option "average"',
    );
    expect(() => f1Score(['a', 'b'], ['a', 'b'])).toThrow('f1Score: expected the option "positiveLabel"');
    expect(() => f1Score([2, 3], [2, 3])).toThrow('f1Score: expected the positive label 1 among the classes, got 2, 3');
    expect(f1Score([2, 3], [2, 3], { positiveLabel: 3 })).toBe(1);
  });

  test('of predictions and targets are of one kind; booleans are 0 and 1', () => {
    expect(() => accuracy(['1'], [1])).toThrow('accuracy: expected preds and target of one kind, got "1" and 1');
    expect(accuracy([1, 0], [true, true])).toBe(0.5);
  });

  test('outside of the option labels are an error', () => {
    expect(() => accuracy(['a', 'c'], ['a', 'b'], { labels: ['a', 'b'] })).toThrow(
      'accuracy: preds: expected a label of the option "labels", got "c"',
    );
    expect(() => accuracy([0], [0], { labels: [0, 0] })).toThrow('expected a list of distinct labels of one kind');
  });
});

test('labels may be numbers and bigints in one list', () => {
  for (const preds of [
    [1, 0n, 1n],
    [1n, 0, 1],
  ]) {
    expect(accuracy(preds as number[], [1, 1n, 1])).toBe(2 / 3);
  }
});
