import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { softMutualInfoLoss } from 'tfjs-metrics/information';
import { hash32 } from '../../../parity/hashLabels.ts';

const SAMPLES = 256;
const values = Array.from({ length: SAMPLES }, (_, i) => [hash32(i, 1) / 2 ** 32, hash32(i, 2) / 2 ** 32]);
// What is to be found again depends on the first input alone, and not monotonically.
const target = values.map(([x]) => [4 * x! * (1 - x!)]);

test('a model compiled with the loss learns to tell its target', async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [2],
        units: 8,
        activation: 'tanh',
        kernelInitializer: tf.initializers.glorotNormal({ seed: 3 }),
      }),
      tf.layers.dense({
        units: 1,
        activation: 'sigmoid',
        kernelInitializer: tf.initializers.glorotNormal({ seed: 4 }),
      }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.05), loss: softMutualInfoLoss({ bins: 8 }) });
  const [x, y] = [tf.tensor2d(values), tf.tensor2d(target)];
  const { history } = await model.fit(x, y, { epochs: 40, batchSize: 64, shuffle: false });
  const losses = history['loss'] as number[];
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(losses.at(-1)!).toBeLessThan(losses[0]! - 0.3);
  tf.dispose([x, y]);
  model.dispose();
});

test('a custom loop by variableGrads raises it as well, and leaves no tensor behind', () => {
  const loss = softMutualInfoLoss({ bins: 8 });
  const y = tf.tensor1d(target.map(([value]) => value!));
  const guess = tf.variable(tf.tensor1d(values.map(([, noise]) => noise!)));
  const optimizer = tf.train.adam(0.02);
  const step = (): number =>
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => loss(y, guess) as tf.Scalar, [guess]);
      optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
      return value.arraySync();
    });
  const first = step();
  const before = tf.memory().numTensors;
  let last = first;
  for (let i = 0; i < 60; i++) last = step();
  expect(last).toBeLessThan(first - 0.3);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose([y, guess]);
});
