import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  BootStrapper,
  ContingencyTable,
  cramersVMatrix,
  MeanMetric,
  MetricInputError,
  mutualInfoScore,
  PurityScore,
  threshold,
  type Label,
} from 'tfjs-metrics';
import { readLabels } from './readLabels.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    expect(await tf.setBackend(backend)).toBe(true);
  });
  afterEach(() => {
    tf.disposeVariables();
  });

  const dtypes: [string, () => tf.Tensor, Label[]][] = [
    ['float32', () => tf.tensor([2, -1, 2]), [2, -1, 2]],
    ['int32', () => tf.tensor([2, -1, 2], undefined, 'int32'), [2, -1, 2]],
    ['bool', () => tf.tensor([true, false, true]), [true, false, true]],
    ['string', () => tf.tensor(['b', 'a', 'b']), ['b', 'a', 'b']],
  ];

  test.each(dtypes)('labels of dtype %s are read', (_, make, expected) => {
    tf.tidy(() => {
      expect(readLabels(make(), 3)).toEqual(expected);
    });
  });

  const shapes = [[3], [3, 1], [1, 3], [1, 3, 1], [1, 1, 3, 1]];
  test.each(shapes.map((shape) => [shape]))('the shape [%s] squeezes to three labels', (shape) => {
    tf.tidy(() => {
      expect(readLabels(tf.tensor([4, 5, 4], shape, 'int32'), 3)).toEqual([4, 5, 4]);
    });
  });

  test('a scalar, and a shape of ones, is one label', () => {
    tf.tidy(() => {
      expect(readLabels(tf.scalar(7), 1)).toEqual([7]);
      expect(readLabels(tf.tensor([7], [1, 1]), 1)).toEqual([7]);
    });
  });

  test('an empty tensor is valid', () => {
    tf.tidy(() => {
      expect(ContingencyTable.of(tf.tensor1d([]), tf.tensor([], [0, 1])).n).toBe(0);
    });
  });

  test('the result of an operation is read like any tensor', () => {
    tf.tidy(() => {
      const scores = tf.tensor2d([
        [0.1, 0.9],
        [0.8, 0.2],
        [0.3, 0.7],
      ]);
      expect(readLabels(tf.argMax(scores, 1), 3)).toEqual([1, 0, 1]);
    });
  });

  test('weights may be a tensor', () => {
    tf.tidy(() => {
      const sampleWeight = tf.tensor([0.5, 2], [2, 1]);
      expect(ContingencyTable.of([0, 1], [0, 1], { sampleWeight }).n).toBe(2.5);
    });
  });

  test('reading neither creates nor disposes tensors', () => {
    const [preds, target] = [tf.tensor1d([0, 1], 'int32'), tf.tensor1d([0, 1])];
    const before = tf.memory().numTensors;
    mutualInfoScore(preds, target, { sampleWeight: tf.tidy(() => [1, 2]) });
    expect(tf.memory().numTensors).toBe(before);
    expect([preds.isDisposed, target.isDisposed]).toEqual([false, false]);
    tf.dispose([preds, target]);
  });

  test('a disposed tensor is rejected by name', () => {
    const tensor = tf.tensor1d([0, 1]);
    tensor.dispose();
    const call = () => ContingencyTable.of([0, 1], tensor);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow('target: expected a readable tensor');
  });

  test('a fraction in a float tensor is rejected with its index', () => {
    tf.tidy(() => {
      expect(() => ContingencyTable.of(tf.tensor1d([0, 0.25]), [0, 1])).toThrow(
        'preds[1]: expected an integer label, got 0.25',
      );
    });
  });

  test('a matrix is rejected with its shape and advice', () => {
    tf.tidy(() => {
      expect(() => ContingencyTable.of(tf.zeros([2, 3]), [0, 1])).toThrow(
        'preds: expected 1-D labels, got shape [2, 3]; take argMax of the scores first',
      );
      expect(() => ContingencyTable.of([0, 1], tf.zeros([2, 3]))).toThrow(
        new MetricInputError('target: expected 1-D labels, got shape [2, 3]'),
      );
    });
  });
});

test('complex numbers are not valid labels', async () => {
  await tf.setBackend('cpu');
  const [real, imaginary] = [tf.tensor1d([1, 2]), tf.tensor1d([0, 5])];
  const complex = tf.complex(real, imaginary);
  expect(() => ContingencyTable.of(complex, complex)).toThrow(MetricInputError);
  tf.dispose([real, imaginary, complex]);
});

describe('a boolean tensor created from a typed array, which TensorFlow.js does not convert', () => {
  const truths = [true, false, true, true];
  const made = [
    ['Uint8Array', () => tf.tensor1d(Uint8Array.of(2, 0, 1, 255), 'bool')],
    ['Int32Array', () => tf.tensor1d(Int32Array.of(-2, 0, 1, 7), 'bool')],
  ] as const;

  test.each(made)('is true where %s is not 0', (_, make) => {
    const table = ContingencyTable.of(make(), make());
    expect(table.predLabels).toEqual([false, true]);
    expect(table.toMatrix()).toEqual([
      [1, 0],
      [0, 3],
    ]);
    expect(ContingencyTable.fromJSON(JSON.parse(JSON.stringify(table))).toMatrix()).toEqual(table.toMatrix());
    expect(readLabels(make(), 4)).toEqual(truths);
  });

  test.each(made)('is 0 and 1 as weights, samples, numbers and columns: %s', (_, make) => {
    expect(ContingencyTable.of([0, 1, 2, 3], [0, 0, 0, 0], { sampleWeight: make() }).n).toBe(3);
    const mean = new MeanMetric();
    mean.update(make());
    expect(mean.compute()).toBe(0.75);
    expect(threshold(make())).toEqual(Uint8Array.from(truths, Number));
    const columns = tf.tensor2d(Uint8Array.of(2, 0, 0, 3), [2, 2], 'bool');
    expect(cramersVMatrix(columns)).toEqual(
      cramersVMatrix([
        [true, false],
        [false, true],
      ]),
    );
  });

  test.each(made)('is resampled: %s', (_, make) => {
    const boot = new BootStrapper(new PurityScore(), { draws: 5 });
    boot.update(make(), make());
    expect(boot.compute()).toMatchObject({ value: 1 });
  });
});
