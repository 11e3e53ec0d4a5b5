import { afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { trainCritic, type TrainCriticOptions } from 'tfjs-metrics/critics';
import { normals } from '../../examples/gaussianPairs.ts';

/** Runs each test of a file on a backend and checks that it leaks no tensor. */
export function checkTensors(backend = 'cpu'): void {
  // In test mode, tfjs reports the tensors saved for gradients as leaks.
  tf.env().set('IS_TEST', false);
  beforeAll(async () => {
    await tf.setBackend(backend);
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

/** Returns n samples of two normal values, one per row. */
export function rows(n: number): number[][] {
  return Array.from({ length: n }, () => [normal(), normal()]);
}

/** Returns n independent normal samples of both variables. */
export function drawn(n: number, d = 2): [tf.Tensor2D, tf.Tensor2D] {
  const one = (): tf.Tensor2D => tf.randomNormal<tf.Rank.R2>([n, d], 0, 1, 'float32', 1);
  return [one(), one()];
}

/** A critic without variables: f(x, y) = x · y. */
export function product(x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(x, y, false, true) as tf.Tensor2D;
}

/** Disposes of a tensor and returns it. */
export function disposed<T extends tf.Tensor>(tensor: T): T {
  tensor.dispose();
  return tensor;
}

const SMALL = { critic: 'bilinear', steps: 3, batchSize: 8 };

/** Runs a small estimate on drawn samples; `options` override the defaults. */
export function run(options: object): Promise<unknown> {
  const given = { ...SMALL, sample: drawn, evaluationBatches: 2, ...options };
  return trainCritic(given as TrainCriticOptions);
}

/** Runs a small estimate on the samples in `options`. */
export function runOn(options: object): Promise<unknown> {
  return trainCritic({ ...SMALL, ...options } as TrainCriticOptions);
}
