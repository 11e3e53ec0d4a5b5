import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  ContingencyTable,
  MetricCollection,
  MetricInputError,
  MutualInfoScore,
  mutualInfoScore,
  RandScore,
} from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { Mean } from './mean.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

const PREDS = [0, 0, 1, 2];
const TARGET = [0, 0, 1, 1];

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    expect(await tf.setBackend(backend)).toBe(true);
  });

  test('updateAsync has the same effect as update', async () => {
    const tensors = [tf.tensor1d(PREDS, 'int32'), tf.tensor2d(TARGET, [4, 1]), tf.tensor1d([1, 2, 3, 4])] as const;
    const [preds, target, sampleWeight] = tensors;
    const [metric, expected] = [new MutualInfoScore(), new MutualInfoScore()];
    await metric.updateAsync(preds, target, { sampleWeight });
    expected.update(PREDS, TARGET, { sampleWeight: [1, 2, 3, 4] });
    expect(metric.toJSON()).toEqual(expected.toJSON());
    tf.dispose([...tensors]);
  });

  test('tensors may be disposed as soon as updateAsync is called', async () => {
    const [preds, target] = [tf.tensor1d(PREDS), tf.tensor1d(TARGET)];
    const metric = new RandScore();
    const done = metric.updateAsync(preds, target);
    tf.dispose([preds, target]);
    await done;
    expect(metric.updateCount).toBe(1);
  });

  test('a thousand updates leak no tensor', async () => {
    const [preds, target] = [tf.tensor1d(PREDS, 'int32'), tf.tensor1d(TARGET)];
    const weights = { sampleWeight: tf.tensor1d([1, 0, 2, 1]) };
    const metrics = new MetricCollection(
      Object.fromEntries(metricClasses.map(([name, metricClass]) => [name, new metricClass()])),
    );
    const before = tf.memory();
    for (let i = 0; i < 250; i++) {
      metrics.update(preds, target, weights);
      metrics.forward(preds, target);
      tf.tidy(() => {
        metrics.update(tf.add(preds, 1), tf.mul(target, 2));
      });
      await metrics.updateAsync(preds, target, weights);
    }
    metrics.compute();
    metrics.clone().merge(metrics);
    expect([tf.memory().numTensors, tf.memory().numBytes]).toEqual([before.numTensors, before.numBytes]);
    expect([preds.isDisposed, target.isDisposed]).toEqual([false, false]);
    tf.dispose([preds, target, weights]);
  });

  test('batches added inside a tidy are kept after it', () => {
    const metric = new MutualInfoScore();
    tf.tidy(() => {
      metric.update(tf.tensor1d([0, 1]), tf.tensor1d([0, 1]));
    });
    expect(metric.compute()).toBe(Math.LN2);
  });

  test('a value does not depend on the backend that is in use when it is computed', async () => {
    const metric = new MutualInfoScore();
    const preds = tf.tensor1d(PREDS, 'int32');
    metric.update(preds, TARGET);
    preds.dispose();
    await tf.setBackend(backend === 'cpu' ? 'wasm' : 'cpu');
    expect(metric.compute()).toBe(mutualInfoScore(PREDS, TARGET));
    await tf.setBackend(backend);
  });
});

describe('updateAsync', () => {
  test('rejects the same input as update, and changes nothing', async () => {
    const metric = new MutualInfoScore();
    metric.update([0, 1], [0, 1]);
    const before = JSON.stringify(metric);
    const half = tf.tensor1d([0, 0.5]);
    await expect(metric.updateAsync(half, [0, 1])).rejects.toThrow(MetricInputError);
    await expect(metric.updateAsync(half, [0, 1])).rejects.toThrow('preds[1]: expected an integer label, got 0.5');
    await expect(metric.updateAsync([0, 1], [0])).rejects.toThrow(MetricInputError);
    await expect(metric.updateAsync(['a', 'b'], [0, 1])).rejects.toThrow(MetricInputError);
    await expect(metric.updateAsync([0], [0], { weight: half } as object)).rejects.toThrow(
      'expected known options, got "weight"',
    );
    expect(JSON.stringify(metric)).toBe(before);
    half.dispose();
  });

  test('rejects a disposed tensor', async () => {
    const tensor = tf.tensor1d([0]);
    tensor.dispose();
    const call = new MutualInfoScore().updateAsync(tensor, [0]);
    await expect(call).rejects.toThrow(MetricInputError);
  });

  test('accepts arrays, tables, and inputs of any metric', async () => {
    const metric = new MutualInfoScore();
    await metric.updateAsync([0, 1], Int32Array.of(0, 1));
    await metric.updateAsync(ContingencyTable.of([0, 1], [0, 1]));
    expect([metric.updateCount, metric.compute()]).toEqual([2, Math.LN2]);
    const mean = new Mean();
    await mean.updateAsync([1, 2, 6]);
    expect(mean.compute()).toBe(3);
  });

  test('reads tensors of a backend without synchronous reads', async () => {
    const asynchronous = {
      dtype: 'int32',
      shape: [2],
      dataSync: () => {
        throw new Error('not on this backend');
      },
      data: () => Promise.resolve(Int32Array.of(0, 1)),
    };
    const metric = new MutualInfoScore();
    expect(() => {
      metric.update(asynchronous, [0, 1]);
    }).toThrow('preds: expected a readable tensor, got an error (not on this backend)');
    await metric.updateAsync(asynchronous, [0, 1], { sampleWeight: asynchronous });
    expect([metric.updateCount, metric.compute()]).toEqual([1, 0]);
  });

  test('of a collection reads each tensor once', async () => {
    let reads = 0;
    const counted = {
      dtype: 'int32',
      shape: [2],
      dataSync: () => Int32Array.of(0, 1),
      data: () => Promise.resolve((reads++, Int32Array.of(0, 1))),
    };
    const metrics = new MetricCollection({ mi: new MutualInfoScore(), rand: new RandScore() });
    await metrics.updateAsync(counted, [0, 1]);
    expect([reads, metrics.compute().mi]).toEqual([1, Math.LN2]);
  });
});
