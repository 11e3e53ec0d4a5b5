import { beforeAll, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { korniaMutualInformationLoss, MetricInputError } from 'tfjs-metrics/compat';
import { following, uniform } from '../../backends/values.ts';

const input = Array.from(uniform(24, 1));
const target = Array.from(following(uniform(24, 1), 2));

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test("Kornia's loss has the shape of the batch axes, for signals, images and volumes", () => {
  const at = (shape: number[]): tf.Tensor => tf.reshape(tf.tensor1d([...input, ...target]), shape);
  const other = (of: tf.Tensor): tf.Tensor => tf.square(tf.sub(of, 0.4));
  const flat = at([2, 24]);
  const expected = korniaMutualInformationLoss(flat, other(flat)).arraySync();
  for (const [shape, signalAxes] of [
    [[2, 4, 6], 2],
    [[2, 2, 3, 4], 3],
    [[1, 2, 24], 1],
  ] as const) {
    const x = at([...shape]);
    const loss = korniaMutualInformationLoss(x, other(x), { signalAxes });
    expect(loss.shape).toEqual(shape.slice(0, shape.length - signalAxes));
    expect(Array.from(loss.dataSync())).toEqual(expected);
  }
  const lone = korniaMutualInformationLoss(input, target);
  expect(lone.shape).toEqual([]);
});

test("Kornia's loss of a constant signal and its gradient are 0, and invalid input is rejected", () => {
  const [constant, y] = [tf.fill([24], 0.3), tf.tensor1d(target)];
  const { value, grads } = tf.valueAndGrads((a, b) => korniaMutualInformationLoss(a!, b!))([constant, y]);
  expect(value.dataSync()[0]).toBeCloseTo(0, 3);
  expect(grads[0]!.dataSync().every((gradient) => gradient === 0)).toBe(true);
  expect(grads[1]!.dataSync().every(Number.isFinite)).toBe(true);
  expect(() => korniaMutualInformationLoss([0.1, NaN, 0.3], [1, 2, 3])).toThrow(
    'input[1]: expected a finite number, got NaN',
  );
  expect(() => korniaMutualInformationLoss([0.1, 0.3], [1, 2, 3])).toThrow(MetricInputError);
  expect(() => korniaMutualInformationLoss([0.1], [1], { signalAxes: 2 })).toThrow('at least 2 axes');
  expect(() => korniaMutualInformationLoss([0.1], [1], { windowRadius: 0 })).toThrow('windowRadius');
});
