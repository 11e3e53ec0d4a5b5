import { afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { estimateMutualInfo, type EstimateOptions } from 'tfjs-metrics/critics';
import { normals } from '../../examples/gaussianPairs.ts';

/** Runs each test of a file on the cpu backend, and sees that it leaves no tensor, however it ended. */
export function checkTensors(): void {
  // What an operation saves for its gradient looks like a leak to the checks of tfjs's own tests.
  tf.env().set('IS_TEST', false);
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });
  let tensors: number;
  beforeEach(() => {
    tensors = tf.memory().numTensors;
  });
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(tensors);
  });
}

const normal = normals(2);

/** Samples of two normal values, one a row. */
export function rows(n: number): number[][] {
  return Array.from({ length: n }, () => [normal(), normal()]);
}

/** Independent normal samples of both variables. */
export function drawn(n: number, d = 2): [tf.Tensor2D, tf.Tensor2D] {
  const one = (): tf.Tensor2D => tf.randomNormal<tf.Rank.R2>([n, d], 0, 1, 'float32', 1);
  return [one(), one()];
}

/** A critic that nothing is learned by. */
export function product(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(x, y, false, true) as tf.Tensor2D;
}

/** A tensor that is no more. */
export function disposed<T extends tf.Tensor>(tensor: T): T {
  tensor.dispose();
  return tensor;
}

const SMALL = { critic: 'bilinear', steps: 3, batchSize: 8 };

/** A small estimate from drawn samples, with these options instead. */
export function run(options: object): Promise<unknown> {
  const given = { ...SMALL, sample: drawn, evaluationBatches: 2, ...options };
  return estimateMutualInfo(given as EstimateOptions);
}

/** A small estimate from the samples in these options. */
export function runOn(options: object): Promise<unknown> {
  return estimateMutualInfo({ ...SMALL, ...options } as EstimateOptions);
}
