import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { MetricInputError, separableCritic } from 'tfjs-metrics/critics';
import { checkTensors, disposed, product, rows, run, runOn } from './smallRuns.ts';

checkTensors();

test('variables to train must be undisposed variables', async () => {
  const wanted = 'expected its variables as a list of tf.Variable or layer weights, got ';
  const [gone, fixed] = [disposed(tf.tidy(() => tf.variable(tf.scalar(1)))), tf.scalar(1)];
  const critic = product;
  await expect(run({ critic, variables: [gone] })).rejects.toThrow(`${wanted}a tensor [] (disposed)`);
  await expect(run({ critic, variables: [fixed] })).rejects.toThrow(`${wanted}a tensor []`);
  await expect(run({ critic, variables: [1, undefined] })).rejects.toThrow(`${wanted}1`);
  const learned = separableCritic(2, 2, { hidden: [4] });
  learned.dispose();
  await expect(run({ critic: learned })).rejects.toThrow(`option "critic": ${wanted}a tensor [2, 4] (disposed)`);
  const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] })] });
  const weights = model.trainableWeights;
  model.dispose();
  await expect(run({ critic, variables: weights })).rejects.toThrow(MetricInputError);
  await expect(run({ critic, variables: weights })).rejects.toThrow(/got the disposed weight .*kernel/);
  await expect(run({ critic, variables: model })).rejects.toThrow(
    'expected a list of tf.Variable or layer weights, got an object (Sequential)',
  );
  fixed.dispose();
});

test.each<[string, unknown, string]>([
  ['one variable', tf.tidy(() => tf.variable(tf.scalar(1))), 'a tensor []'],
  ['an object', { w: 1 }, 'an object (Object)'],
])('a critic whose variables are %s instead of a list throws', async (_, variables, got) => {
  const critic = Object.assign((x: tf.Tensor2D, y: tf.Tensor2D) => product(x, y), { variables });
  const message = `option "critic": expected its variables as a list of tf.Variable or layer weights, got ${got}`;
  await expect(run({ critic })).rejects.toThrow(MetricInputError);
  await expect(run({ critic })).rejects.toThrow(message);
});

test('frozen variables are not trained', async () => {
  const frozen = tf.tidy(() => tf.variable(tf.scalar(0.5), false));
  const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
  const critic = (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor => tf.mul(tf.mul(frozen, scale), product(x, y));
  await run({ critic, variables: [frozen, scale] });
  expect(scale.dataSync()[0]).not.toBe(1);
  scale.dispose();
  expect(frozen.dataSync()[0]).toBe(0.5);
  frozen.dispose();
});

test('a critic without trainable variables throws, unless there are no steps', async () => {
  const frozen = tf.tidy(() => tf.variable(tf.scalar(0.5), false));
  const critic = (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor => tf.mul(frozen, product(x, y));
  const wanted = 'expected trainable variables in the critic, the baseline or the option "variables", got ';
  await expect(run({ critic })).rejects.toThrow(MetricInputError);
  await expect(run({ critic })).rejects.toThrow(
    `${wanted}none; set the option "steps" to 0 to evaluate a fixed critic`,
  );
  await expect(run({ critic, variables: [] })).rejects.toThrow(`${wanted}none; set the option "steps"`);
  await expect(run({ critic, variables: [frozen] })).rejects.toThrow(`${wanted}only frozen ones (1); `);
  for (const bound of ['infoNce', 'mine', 'tuba']) {
    expect(await run({ critic, bound, steps: 0 })).toMatchObject({ smoothed: NaN });
  }
  await expect(run({ steps: 0 })).rejects.toThrow('option "steps": expected only with a custom critic, got 0');
  frozen.dispose();
});

test('a fixed critic is evaluated on all samples', async () => {
  const [x, y] = [rows(16), rows(16)];
  const evaluated: number[] = [];
  const critic = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor => {
    evaluated.push(a.shape[0]);
    return product(a, b);
  };
  await runOn({ x, y, critic, steps: 0 });
  expect(evaluated).toEqual([8, 8]);
  await expect(runOn({ x, y, critic, steps: 0, validationSplit: 0.5 })).rejects.toThrow('"steps" above 0');
});
