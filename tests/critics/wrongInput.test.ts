import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { trainCritic, MetricInputError, MetricStateError, separableCritic } from 'tfjs-metrics/critics';
import { checkTensors, disposed, drawn, product, rows, run, runOn } from './smallRuns.ts';

checkTensors();

/** Returns a sampler that draws valid batches `count` times, then calls `then`. */
const drawnUntil = (count: number, then: (n: number) => unknown): (() => never) => {
  let draws = 0;
  return ((n: number) => (draws++ < count ? drawn(n) : then(n))) as () => never;
};

const SCORES = 'option "critic": expected it to return a tensor of shape [8, 8], got ';
const BASELINE = 'option "baseline": expected it to return a tensor of shape [8] or [8, 1], got ';
const SAMPLES = 'option "sample": expected it to return two new tensors on each call, of shapes ';
const OPEN = `${SAMPLES}[8, d] and [8, d], got `;

describe('a critic that returns', () => {
  test.each<[string, (x: tf.Tensor2D, y: tf.Tensor2D) => unknown, string]>([
    ['a column', (x) => tf.sum(x, 1, true), '[8, 1]'],
    ['three dimensions', (x, y) => tf.expandDims(product(x, y), 2), '[8, 8, 1]'],
    ['scores of fewer samples', () => tf.zeros([4, 4]), '[4, 4]'],
    ['a promise', (x, y) => Promise.resolve(product(x, y)), 'an object (Promise)'],
    ['arrays', (x, y) => product(x, y).arraySync(), 'Array of length 8'],
    ['nothing', () => undefined, 'undefined'],
    ['disposed scores', (x, y) => disposed(product(x, y)), '[8, 8] (disposed)'],
  ])('%s throws, trained or not', async (_, critic, got) => {
    await expect(run({ critic })).rejects.toThrow(MetricInputError);
    await expect(run({ critic })).rejects.toThrow(SCORES + got);
    const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
    const variables = [scale];
    const scaled = (x: tf.Tensor2D, y: tf.Tensor2D): unknown => critic(tf.mul(scale, x), y);
    await expect(run({ critic: scaled, variables })).rejects.toThrow(SCORES + got);
    scale.dispose();
  });

  test('a thrown error rejects with that error, and the tensors saved for gradients are freed', async () => {
    const own = new RangeError('from the critic');
    const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
    let calls = 0;
    const critic = (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D => {
      const scores = tf.mul<tf.Tensor2D>(scale, product(x, y));
      if (++calls === 2) throw own;
      return scores;
    };
    await expect(run({ critic, variables: [scale] })).rejects.toBe(own);
    expect(calls).toBe(2);
    scale.dispose();
  });

  test('scores without a gradient throws, and the tensors saved for gradients are freed', async () => {
    const scale = tf.tidy(() => tf.variable(tf.scalar(1)));
    const variables = [scale];
    const sorted = (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor => tf.topk(tf.mul(scale, product(x, y)), 8).values;
    await expect(run({ critic: sorted, variables })).rejects.toThrow('TopK');
    await expect(run({ critic: product, variables })).rejects.toThrow('any variable');
    scale.dispose();
  });
});

test.each<[string, (y: tf.Tensor2D) => unknown, string]>([
  ['of another length', () => tf.ones([3]), '[3]'],
  ['of two dimensions', (y) => y, '[8, 2]'],
  ['that is a promise', (y) => Promise.resolve(tf.sum(y, 1)), 'an object (Promise)'],
  ['that is undefined', () => undefined, 'undefined'],
  ['of complex numbers', (y) => tf.complex(tf.sum(y, 1), tf.sum(y, 1)), '[8] of complex numbers'],
])('a baseline %s throws', async (_, baseline, got) => {
  for (const bound of ['tuba', 'interpolated']) {
    await expect(run({ bound, baseline })).rejects.toThrow(MetricInputError);
    await expect(run({ bound, baseline })).rejects.toThrow(BASELINE + got);
  }
});

describe('option "sample" throws if it returns', () => {
  test.each<[string, (n: number) => unknown, string]>([
    ['nothing', () => undefined, `${OPEN}undefined`],
    ['arrays', (n) => [rows(n), rows(n)], `${OPEN}Array of length 8 and Array of length 8`],
    ['one tensor', (n) => [tf.zeros([n, 2])], `${OPEN}[8, 2]`],
    ['an object', (n) => ({ x: tf.zeros([n, 2]) }), `${OPEN}an object (Object)`],
    ['one dimension', (n) => [tf.zeros([n]), tf.zeros([n])], `${OPEN}[8] and [8]`],
    ['no columns', (n) => [tf.zeros([n, 0]), tf.zeros([n, 2])], `${OPEN}[8, 0] and [8, 2]`],
    ['different numbers of rows', (n) => [tf.zeros([n, 2]), tf.zeros([n + 1, 2])], `${OPEN}[8, 2] and [9, 2]`],
    ['strings', (n) => [tf.fill([n, 1], 'a'), tf.zeros([n, 1])], `${OPEN}[8, 1] of strings and`],
    ['disposed tensors', (n) => drawn(n).map(disposed), `${OPEN}[8, 2] (disposed) and [8, 2] (disp`],
  ])('%s', async (_, sample, message) => {
    await expect(run({ sample })).rejects.toThrow(MetricInputError);
    await expect(run({ sample })).rejects.toThrow(message);
  });

  const widths = `${SAMPLES}[8, 2] and [8, 2], got `;
  // 128 batches for the scales, 3 for training, 2 for evaluation.
  test.each([1, 127, 128, 130, 131, 132])('another shape, or rejects, after %d batches', async (count) => {
    const wider = drawnUntil(count, (n) => drawn(n, 3));
    await expect(run({ sample: wider })).rejects.toThrow(`${widths}[8, 3] and [8, 3]`);
    const more = drawnUntil(count, (n) => drawn(n + 1));
    await expect(run({ sample: more })).rejects.toThrow(`${widths}[9, 2] and [9, 2]`);
    const broken = drawnUntil(count, () => Promise.reject(new Error('no more')));
    await expect(run({ sample: broken })).rejects.toThrow('no more');
  });

  test('the same tensors twice, as they are disposed of after use', async () => {
    const pair = drawn(8);
    await expect(run({ sample: () => pair, standardize: false })).rejects.toThrow('two new tensors on each call');
  });
});

describe('given samples', () => {
  const [x, y] = [rows(100), rows(100)];
  test.each<[string, object, string]>([
    ['of one variable', { x }, 'both options "x" and "y"'],
    ['that differ in number', { x, y: y.slice(1) }, 'x, y: expected the same number of samples, got 100 and 99'],
    ['not finite', { x: [[NaN, 1], ...x.slice(1)], y }, 'x: row 0, column 0: expected a finite number, got NaN'],
    [
      'ragged',
      { x: [[1], ...x.slice(1)], y },
      'x[1]: expected a row of 1 numbers, as in the first row, got Array of length 2',
    ],
    ['in a string', { x: 'abc', y }, 'option "x": expected samples, one per row, got "abc"'],
    ['in an invalid shape', { x: { data: new Float32Array(200), shape: [100, 3] }, y }, 'n · d = 200'],
    ['without rows', { x: [], y: [] }, 'got 0 and 0 of 0'],
    ['all held out', { x, y, validationSplit: 0.99 }, 'for evaluation, got 1 and 99 of 100'],
    ['with a validation split of 1', { x, y, validationSplit: 1 }, 'a number between 0 and 1, got 1'],
  ])('%s throw', async (_, options, message) => {
    await expect(runOn(options)).rejects.toThrow(MetricInputError);
    await expect(runOn(options)).rejects.toThrow(message);
  });

  test('in disposed, complex or three-dimensional tensors throw', async () => {
    const gone = disposed(tf.zeros([100, 2]));
    await expect(runOn({ x: gone, y })).rejects.toThrow('expected readable tensors');
    const complex = tf.tidy(() => tf.complex(tf.zeros([100, 2]), tf.zeros([100, 2])));
    await expect(runOn({ x: complex, y })).rejects.toThrow('x: expected a tensor of real numbers');
    complex.dispose();
    const deep = tf.zeros([100, 2, 2]);
    await expect(runOn({ x: deep, y })).rejects.toThrow('got shape [100, 2, 2]');
    deep.dispose();
  });

  test('may be integers, constant, typed arrays or flat arrays', async () => {
    const whole = tf.tensor2d(
      x.map((row) => row.map(Math.round)),
      [100, 2],
      'int32',
    );
    const flat = { data: Float32Array.from(y.flat()), shape: [100, 2] };
    const constant = new Float64Array(100).fill(3);
    for (const variable of [whole, flat, constant]) {
      const estimate = await runOn({ x: variable, y });
      expect(Number.isFinite((estimate as { mutualInfo: number }).mutualInfo)).toBe(true);
    }
    whole.dispose();
  });
});

test('a call of a disposed critic throws', () => {
  const critic = separableCritic(2, 2, { hidden: [4] });
  critic.dispose();
  const [x, y] = drawn(3);
  expect(() => critic(x, y)).toThrow(MetricStateError);
  expect(() => critic(x, y)).toThrow('separableCritic: expected a call before dispose(), got one after it');
  tf.dispose([x, y]);
});

test.each<[object, string]>([
  [{ alpha: 0.5 }, 'option "alpha": expected only with the bound "interpolated", got 0.5'],
  [{ bound: 'mine', clip: 5 }, 'option "clip": expected only with the bound "smile", got 5'],
  [{ bound: 'nwj', contrast: 'rows' }, 'option "contrast": expected only with the bound "infoNce", got "rows"'],
  [
    { bound: 'nwj', baseline: () => tf.zeros([8]) },
    'option "baseline": expected only with the bound "tuba" or "interpolated", got',
  ],
  [
    { validationSplit: 0.5 },
    'option "validationSplit": expected only with the options "x" and "y" and "steps" above 0, got 0.5',
  ],
  [{ sample: undefined, x: [1], y: [1] }, 'option "evaluationBatches": expected only with the option "sample", got 2'],
  [{ sample: undefined, x: [1] }, 'both options "x" and "y", got "x"'],
  [{ x: [1], y: [1] }, 'both options "x" and "y", got "sample" and "x" and "y"'],
  [{ sample: undefined }, 'both options "x" and "y", got none of them'],
])('%j, which does not fit the other options, throws', async (options, message) => {
  await expect(run(options)).rejects.toThrow(MetricInputError);
  await expect(run(options)).rejects.toThrow(`trainCritic: `);
  await expect(run(options)).rejects.toThrow(message);
});

test('the largest seed and more steps than fit in memory do not fail at the start', async () => {
  const onStep = (): string => 'stop';
  const options = { bound: 'tuba', seed: Number.MAX_SAFE_INTEGER, steps: 2 ** 40, onStep };
  expect(((await run(options)) as { curve: Float64Array }).curve).toHaveLength(1);
});

test('samples instead of options throw', async () => {
  const x = tf.zeros([100, 2]);
  const message = 'trainCritic: expected an object of options, got a tensor; pass samples as options "x" and "y"';
  await expect(trainCritic(x as never)).rejects.toThrow(message);
  x.dispose();
});

test('a critic for samples of other sizes throws and says which sizes it expects', async () => {
  const critic = separableCritic(3, 2, { hidden: [4] });
  const message = 'separableCritic: expected samples of shape [K, 3] and [K, 2], got [8, 2] and [8, 2]';
  await expect(run({ critic })).rejects.toThrow(message);
  critic.dispose();
});

test('onStep may be asynchronous, stop training, or reject', async () => {
  const estimate = await run({ onStep: () => Promise.resolve('stop') });
  expect((estimate as { curve: Float64Array }).curve).toHaveLength(1);
  for (const other of [false, undefined, 'on']) {
    expect(await run({ onStep: () => other })).toMatchObject({ curve: { length: 3 } });
  }
  await expect(run({ onStep: () => Promise.reject(new Error('lost')) })).rejects.toThrow('lost');
});

test.each<[object, string]>([
  [{ alpha: 2 }, 'a number from 0 to 1, got 2'],
  [{ alpha: NaN }, 'a number from 0 to 1, got NaN'],
  [{ bound: 'best' }, 'got "best"'],
  [{ batchSize: '8' }, 'a whole number of samples from 2 up, got "8"'],
  [{ steps: -1 }, 'a whole number of steps from 0 up, got -1'],
  [{ learningRate: -1 }, 'a number above 0, got -1'],
  [{ evaluationBatches: 1 }, 'a whole number of batches from 2 up, got 1'],
])('%j throws', async (options, message) => {
  await expect(run(options)).rejects.toThrow(MetricInputError);
  await expect(run(options)).rejects.toThrow(message);
});
