import { expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { MetricInputError, VariationalMutualInfo, type VariationalMutualInfoOptions } from 'tfjs-metrics/information';
import { MetricCollection, MetricStateError } from 'tfjs-metrics';
import { BOUND_NAMES } from '../../src/functional/information/bounds/boundOfScores.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
await tf.setBackend('wasm');

const scores = tf.tensor2d([
  [2, 0, 1],
  [0, 3, -1],
  [1, 0, 1],
]);
const baseline = tf.tensor1d([0.5, 0, -0.5]);

const NAMED: readonly (readonly [VariationalMutualInfoOptions, tf.Scalar])[] = [
  [{}, lib.infoNceLowerBound(scores)],
  [{ bound: undefined, clip: undefined }, lib.infoNceLowerBound(scores)],
  [{ contrast: 'symmetric' }, lib.infoNceLowerBound(scores, { contrast: 'symmetric' })],
  [{ bound: 'nwj' }, lib.nwjLowerBound(scores)],
  [{ bound: 'tuba' }, lib.tubaLowerBound(scores, baseline)],
  [{ bound: 'dv' }, lib.dvLowerBound(scores)],
  [{ bound: 'js' }, lib.jsLowerBound(scores)],
  [{ bound: 'smile' }, lib.smileLowerBound(scores, { clip: 5 })],
  [{ bound: 'smile', clip: 0.5 }, lib.smileLowerBound(scores, { clip: 0.5 })],
  [{ bound: 'interpolated' }, lib.interpolatedLowerBound(scores, baseline, 0.01)],
  [{ bound: 'interpolated', alpha: 1 }, lib.interpolatedLowerBound(scores, baseline, 1)],
  [{ bound: 'structuredInfoNce' }, lib.structuredInfoNce(scores)],
  [{ bound: 'leaveOneOut' }, lib.leaveOneOutUpperBound(scores)],
  [{ bound: 'club' }, lib.clubUpperBound(scores)],
];

test('every bound is tried', () => {
  expect(new Set(NAMED.map(([{ bound = 'infoNce' }]) => bound))).toEqual(new Set(BOUND_NAMES));
});

test.each(NAMED)('%j equals the function of that name', (of, expected) => {
  const metric = new VariationalMutualInfo(of);
  expect(metric.forward(scores, baseline).mean).toBe(expected.arraySync());
});

const batch = (...rows: number[][]): tf.Tensor2D => tf.tensor2d(rows);
const first = batch([1, 0], [0, 1]);
const second = batch([3, 0], [1, 2]);

test('is the mean of the bounds of the batches, for any order and any workers', async () => {
  const whole = new VariationalMutualInfo({ bound: 'nwj' });
  whole.update(first);
  whole.update(second);
  await whole.updateAsync(first);
  const [left, right] = [new VariationalMutualInfo({ bound: 'nwj' }), new VariationalMutualInfo({ bound: 'nwj' })];
  left.update(second);
  right.update(first);
  right.update(tf.scalar(right.compute().mean));
  left.merge(JSON.parse(JSON.stringify(right)));
  expect(left.compute().mean).toBeCloseTo(whole.compute().mean, 12);
  expect(left.compute().standardError).toBeCloseTo(whole.compute().standardError, 12);
  const values = [first, second, first].map((scores) => {
    const alone = new VariationalMutualInfo({ bound: 'nwj' });
    return alone.forward(scores).mean;
  });
  const mean = values.reduce((sum, value) => sum + value) / 3;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  expect(whole.compute().mean).toBeCloseTo(mean, 12);
  expect(whole.compute().standardError).toBeCloseTo(Math.sqrt(squares / 2 / 3), 12);
});

test('can be restored, also with unclipped scores, and reset', () => {
  const metric = new VariationalMutualInfo({ bound: 'smile', clip: Infinity });
  metric.update(first);
  const restored = VariationalMutualInfo.fromJSON(JSON.parse(JSON.stringify(metric)));
  expect(restored.compute()).toEqual(metric.compute());
  expect(restored.updateCount).toBe(1);
  const dv = new VariationalMutualInfo({ bound: 'dv' });
  dv.update(first);
  expect(metric.compute().mean).toBeCloseTo(dv.compute().mean, 6);
  metric.reset();
  metric.update(second);
  expect(metric.updateCount).toBe(1);
});

test('shares batches in a collection with bounds that use a baseline, even if tensors are read first', async () => {
  const members = {
    infoNce: new VariationalMutualInfo(),
    tuba: new VariationalMutualInfo({ bound: 'tuba' }),
    interpolated: new VariationalMutualInfo({ bound: 'interpolated' }),
  };
  const [atOnce, read] = [new MetricCollection(members), new MetricCollection(members)];
  atOnce.update(scores, baseline);
  const { numTensors } = tf.memory();
  await read.updateAsync(scores, baseline);
  expect(tf.memory().numTensors).toBe(numTensors);
  expect(read.compute()).toEqual(atOnce.compute());
  await expect(read.updateAsync(tf.zeros([2, 3]), baseline)).rejects.toThrow(MetricInputError);
  expect(read.updateCount).toBe(1);
});

test('accepts bounds that were evaluated elsewhere, as numbers or scalars', async () => {
  const metric = new MetricCollection({
    tuba: new VariationalMutualInfo({ bound: 'tuba' }),
    dv: new VariationalMutualInfo({ bound: 'dv' }),
  });
  const { numTensors } = tf.memory();
  const scalar = tf.scalar(0.5);
  metric.update(0.25);
  metric.update(scalar);
  await metric.updateAsync(scalar);
  expect(metric.compute().tuba.mean).toBeCloseTo(1.25 / 3, 12);
  expect(metric.compute()).toMatchObject({ dv: metric.compute().tuba });
  const nan = tf.scalar(NaN);
  await expect(metric.updateAsync(nan)).rejects.toThrow('whose bound is finite, got NaN');
  expect(metric.updateCount).toBe(3);
  tf.dispose([scalar, nan]);
  expect(tf.memory().numTensors).toBe(numTensors);
});

test('has a NaN standard error for one batch, and a NaN mean for none', () => {
  const metric = new VariationalMutualInfo();
  metric.update(first);
  expect(metric.compute().standardError).toBeNaN();
  expect(new VariationalMutualInfo().forward(first).mean).toBe(metric.compute().mean);
});

test('rejects scores that are not finite, not square or without baseline, and stays unchanged', () => {
  const metric = new VariationalMutualInfo({ bound: 'tuba' });
  metric.update(first, tf.zeros([2]));
  const before = JSON.stringify(metric);
  const { numTensors } = tf.memory();
  const nan = batch([NaN, 0], [0, 1]);
  for (const [scores, baseline] of [
    [nan, tf.zeros([2])],
    [first, undefined],
    [tf.zeros([2, 3]), tf.zeros([2])],
    [Infinity, undefined],
  ] as const) {
    expect(() => {
      metric.update(scores as tf.Tensor2D, baseline);
    }).toThrow(MetricInputError);
  }
  expect(() => {
    metric.update(first);
  }).toThrow('tubaLowerBound: logBaseline: expected a tensor of shape [2] or [2, 1], got undefined');
  expect(JSON.stringify(metric)).toBe(before);
  expect(tf.memory().numTensors).toBe(numTensors + 4);
});

test('accepts masked pairs and rejects a masked joint pair', async () => {
  const metric = new VariationalMutualInfo();
  const pair = batch([1, -Infinity], [0, 2]);
  const expected = Math.LN2 - Math.log1p(Math.exp(-2)) / 2;
  expect(metric.forward(pair).mean).toBeCloseTo(expected, 6);
  await metric.updateAsync(pair);
  expect(metric.compute().mean).toBeCloseTo(expected, 6);
  const joint = batch([-Infinity, 1], [0, 2]);
  const message = 'got -Infinity; only pairs off the diagonal can be masked by -Infinity';
  expect(() => {
    metric.update(joint);
  }).toThrow(message);
  await expect(metric.updateAsync(joint)).rejects.toThrow(message);
  expect(metric.updateCount).toBe(2);
});

test('rejects unknown options and bounds, other bounds and damaged snapshots', () => {
  expect(() => new VariationalMutualInfo({ bound: 'best' as 'nwj' })).toThrow('expected one of');
  expect(() => new VariationalMutualInfo({ alpha: 2 })).toThrow('from 0 to 1');
  const ofOthers = [
    [{ bound: 'nwj', alpha: 0.5 }, 'option "alpha": expected only with the bound "interpolated", got 0.5'],
    [{ clip: 1 }, 'option "clip": expected only with the bound "smile", got 1'],
    [{ bound: 'club', contrast: 'rows' }, 'option "contrast": expected only with the bound "infoNce", got "rows"'],
  ] as const;
  for (const [options, message] of ofOthers) {
    expect(() => new VariationalMutualInfo(options)).toThrow(MetricInputError);
    expect(() => new VariationalMutualInfo(options)).toThrow(`VariationalMutualInfo: ${message}`);
  }
  const metric = new VariationalMutualInfo({ bound: 'dv' });
  metric.update(first);
  expect(() => {
    metric.merge(new VariationalMutualInfo({ bound: 'nwj' }));
  }).toThrow(MetricStateError);
  const snapshot = metric.toJSON();
  const damaged = { ...snapshot, state: { ...(snapshot.state as object), squares: -1 } };
  expect(() => VariationalMutualInfo.fromJSON(damaged)).toThrow(MetricStateError);
});
