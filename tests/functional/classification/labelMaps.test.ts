import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import {
  Accuracy,
  accuracy,
  confusionMatrix,
  ContingencyTable,
  demographicParity,
  F1Score,
  hammingDistance,
  jaccardIndex,
  mcnemarTest,
  MetricCollection,
  MetricInputError,
} from 'tfjs-metrics';

const preds = [
  [
    [0, 2, 1],
    [1, 1, 0],
  ],
  [
    [2, 2, 0],
    [0, 1, 1],
  ],
];
const target = [
  [
    [0, 2, 2],
    [1, 0, 0],
  ],
  [
    [2, 1, 0],
    [0, 1, 1],
  ],
];
const expected = confusionMatrix(preds.flat(2), target.flat(2));

describe('label maps of the same shape', () => {
  test('flatten, as nested arrays, typed rows and tensors', () => {
    const typed = preds.map((image) => image.map((row) => Int32Array.from(row)));
    for (const given of [preds, typed, tf.tensor3d(preds), tf.tensor3d(preds, [2, 2, 3], 'int32')]) {
      for (const truth of [target, tf.tensor3d(target)]) expect(confusionMatrix(given, truth)).toEqual(expected);
    }
    expect(confusionMatrix(preds[0]!, target[0]!)).toEqual(confusionMatrix(preds[0]!.flat(), target[0]!.flat()));
    expect(
      accuracy(
        [
          ['a', 'b'],
          ['b', 'b'],
        ],
        [
          ['a', 'b'],
          ['a', 'b'],
        ],
      ),
    ).toBe(0.75);
  });

  test('may hold the probability of each pixel', () => {
    const masks = [[[0, 1, 1]], [[1, 1, 0]]];
    const probabilities = [[[0.1, 0.8, 0.4]], [[0.9, 0.7, 0.6]]];
    expect(jaccardIndex(probabilities, masks)).toBe(3 / 5);
    expect(jaccardIndex(tf.tensor3d(probabilities), tf.tensor3d(masks))).toBe(3 / 5);
    expect(jaccardIndex(probabilities, masks, { threshold: 0.3 })).toBe(4 / 5);
  });

  test('are masks, not one-hot rows, if a row of predictions is not one-hot', () => {
    const line = [
      [0, 1, 0],
      [0, 1, 0],
    ];
    const thick = [
      [0, 1, 1],
      [0, 1, 0],
    ];
    expect(accuracy(thick, line)).toBe(5 / 6);
    expect(accuracy(line, line)).toBe(1);
  });

  test('of one-hot rows and class scores are classes, as before', () => {
    const oneHot = [
      [0, 1, 0],
      [1, 0, 0],
    ];
    expect(
      confusionMatrix(
        [
          [0.1, 0.7, 0.2],
          [0.3, 0.4, 0.3],
        ],
        oneHot,
      ),
    ).toEqual(confusionMatrix([1, 1], [1, 0]));
    expect(
      confusionMatrix(
        [
          [1, 0, 0],
          [1, 0, 0],
        ],
        oneHot,
      ),
    ).toEqual(confusionMatrix([0, 0], [1, 0]));
    expect(
      confusionMatrix(
        [
          [5, 7, 2],
          [3, 4, 3],
        ],
        oneHot,
      ),
    ).toEqual(confusionMatrix([1, 1], [1, 0]));
  });

  test('are an error if scores have targets that are not one-hot', () => {
    expect(() => accuracy([[0.2, 0.8]], [[1, 1]])).toThrow('use multilabelF1Score or another multilabel score');
    expect(() =>
      accuracy(
        [[1, 2], [1]],
        [
          [1, 2],
          [1, 2],
        ],
      ),
    ).toThrow('preds[1]: expected a row of 2 elements');
    expect(() => accuracy(preds, target, { topK: 2 })).toThrow('expected class scores [N, K] for option "topK"');
  });
});

describe('weights of label maps', () => {
  const weights = target.map((image, b) => image.map((row, i) => row.map((_, j) => 1 + b + 2 * i + j)));
  const flat = { sampleWeight: weights.flat(2) };
  const expectedMap = confusionMatrix(preds.flat(2), target.flat(2), flat);
  const forms = [weights, weights.map((image) => image.map((row) => Float32Array.from(row))), tf.tensor3d(weights)];

  test.each(forms.map((sampleWeight) => ({ sampleWeight })))(
    'have the shape of the maps, or one dimension',
    (given) => {
      expect(confusionMatrix(preds, target, given)).toEqual(expectedMap);
      expect(confusionMatrix(tf.tensor3d(preds), tf.tensor3d(target), given)).toEqual(expectedMap);
      expect(confusionMatrix(preds, target, flat)).toEqual(expectedMap);
      const metrics = new MetricCollection([new Accuracy(), new F1Score({ average: 'macro' })]);
      metrics.update(preds as never, target as never, given);
      expect(metrics.compute().Accuracy).toBe(accuracy(preds.flat(2), target.flat(2), flat));
      const scores = preds.map((image) =>
        image.map((row) => row.map((k) => [0, 1, 2].map((j) => (j === k ? 0.8 : 0.1)))),
      );
      expect(confusionMatrix(scores, target, given)).toEqual(expectedMap);
    },
  );

  test('are those of the samples for one-hot rows and for several labels', () => {
    const bits = [[[[1, 0]], [[1, 1]]]];
    const truth = [[[[1, 0]], [[0, 1]]]];
    expect(hammingDistance(bits, truth, { sampleWeight: [[[1], [3]]] })).toBe(3 / 8);
    expect(mcnemarTest(preds, preds, target).onlyFirst).toBe(0);
    expect(demographicParity([[1, 0]], [[1, 1]], ['a', 'a'], { sampleWeight: [[3, 1]] }).rates).toEqual({ a: 0.75 });
  });

  test('of another shape are an error that names both', () => {
    const turned = [
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ];
    for (const sampleWeight of [turned, tf.tensor3d(turned)]) {
      expect(() => accuracy(preds, target, { sampleWeight })).toThrow(
        'sampleWeight: expected one weight for each label, as shape [2, 2, 3] or in one dimension, got shape [2, 3, 2]',
      );
      const metric = new Accuracy();
      expect(() => metric.update(preds, target, { sampleWeight })).toThrow(MetricInputError);
      expect(metric.updateCount).toBe(0);
    }
    expect(() => accuracy(preds, target, { sampleWeight: [1, 2] })).toThrow('one weight for each of 12 samples');
    expect(() => accuracy(preds, target, { sampleWeight: [[[1, 2, -1]]] })).toThrow('sampleWeight[2]');
  });
});

describe('class scores of images', () => {
  const scores = preds.map((image) => image.map((row) => row.map((k) => [0, 1, 2].map((j) => (j === k ? 0.8 : 0.1)))));

  test('as nested arrays are compared with label maps and with one-hot targets', () => {
    const oneHot = target.map((image) => image.map((row) => row.map((k) => [0, 1, 2].map((j) => (j === k ? 1 : 0)))));
    for (const given of [scores, tf.tensor4d(scores)]) {
      for (const truth of [target, tf.tensor3d(target), oneHot, tf.tensor4d(oneHot), target.flat(2)]) {
        expect(confusionMatrix(given, truth)).toEqual(expected);
      }
    }
  });

  test('stream into metrics', () => {
    const metric = new Accuracy();
    metric.update([scores[0]!], [target[0]!]);
    metric.update([scores[1]!], [target[1]!]);
    expect(metric.compute()).toBe(accuracy(preds.flat(2), target.flat(2)));
  });
});

describe('class scores of batches with different numbers of classes', () => {
  const wide = [[0.1, 0.2, 0.4, 0.3]];

  test('are refused, and change nothing', () => {
    const metrics = new MetricCollection({ accuracy: new Accuracy(), f1: new F1Score({ average: 'macro' }) });
    metrics.update([[0.1, 0.2, 0.7]], [2]);
    const before = JSON.stringify(metrics);
    const message = 'preds: expected class scores [N, 3] as in the batches before, got [N, 4]';
    expect(() => metrics.update(wide, [2])).toThrow(message);
    expect(() => metrics.forward(wide, [2])).toThrow(message);
    expect(JSON.stringify(metrics)).toBe(before);
    metrics.update([2], [2]);
    expect(metrics.compute()).toEqual({ accuracy: 1, f1: 1 });
  });

  test('are refused when metrics and their snapshots merge', () => {
    const [three, four] = [new Accuracy(), new Accuracy()];
    three.update([[0.1, 0.2, 0.7]], [2]);
    four.update(wide, [2]);
    expect(() => three.merge(four)).toThrow('expected class scores [N, 3]');
    expect(() => three.merge(JSON.parse(JSON.stringify(four)))).toThrow('expected class scores [N, 3]');
    const restored = Accuracy.fromJSON(JSON.parse(JSON.stringify(three)));
    expect(() => restored.update(wide, [2])).toThrow('expected class scores [N, 3]');
    three.reset();
    three.update(wide, [2]);
    expect(three.compute()).toBe(1);
    expect(() => ContingencyTable.fromJSON({ ...three.state.toJSON(), scoreColumns: 1.5 })).toThrow('scoreColumns');
  });
});
