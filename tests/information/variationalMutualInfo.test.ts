import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError, VariationalMutualInfo, type NamedBound } from 'tfjs-metrics/information';
import { MetricStateError } from 'tfjs-metrics';
import { correlationFor, normals } from '../../examples/gaussianPairs.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
await tf.setBackend('wasm');

const D = 20;
const K = 64;

/**
 * Means for the exact critic f = ln p(y|x)/p(y) over 3000 batches of 64, computed elsewhere, at 2, 4 and 6 nats; what is
 * added to f, and the variance of one batch.
 */
const EXACT: readonly {
  of: Partial<NamedBound>;
  means: number[];
  variances: number[];
  isRaised?: true;
}[] = [
  { of: { bound: 'nwj' }, means: [2, 4, 6], variances: [0.07, 0.27, 1.6], isRaised: true },
  { of: { bound: 'tuba' }, means: [2, 4, 6], variances: [0.07, 0.27, 1.6] },
  { of: { bound: 'js' }, means: [2, 4, 6], variances: [0.07, 0.27, 1.6] },
  { of: { bound: 'dv' }, means: [2.001, 4.057, 6.24], variances: [0.068, 0.19, 0.45] },
  { of: { bound: 'infoNce' }, means: [1.809, 3.07, 3.74], variances: [0.04, 0.034, 0.014] },
  { of: { bound: 'interpolated', alpha: 0.01 }, means: [1.995, 3.971, 5.787], variances: [0.067, 0.15, 0.23] },
  { of: { bound: 'interpolated', alpha: 0.5 }, means: [1.922, 3.501, 4.577], variances: [0.048, 0.055, 0.034] },
  { of: { bound: 'interpolated', alpha: 0.99 }, means: [1.81, 3.09, 3.862], variances: [0.04, 0.035, 0.017] },
  { of: { bound: 'smile', clip: 1 }, means: [2.37, 4.658, 6.823], variances: [0.061, 0.11, 0.14] },
  { of: { bound: 'smile', clip: 5 }, means: [2.026, 4.266, 6.712], variances: [0.064, 0.14, 0.21] },
  { of: { bound: 'leaveOneOut' }, means: [2.158, 4.733, 7.841], variances: [0.066, 0.15, 0.27] },
  { of: { bound: 'club' }, means: [4.354, 9.681, 16.18], variances: [0.1, 0.3, 0.64] },
]; // prettier-ignore

/** Scores of the exact critic for pairs of normal samples. */
function exactScores(mutualInfo: number, normal: () => number): tf.Tensor2D {
  const rho = correlationFor(mutualInfo, D);
  const left = 1 - rho ** 2;
  const draw = (): Float64Array[] =>
    Array.from({ length: K }, () => Float64Array.from({ length: D }, normal));
  const x = draw();
  const y = draw().map((row, i) => row.map((e, k) => rho * x[i]![k]! + Math.sqrt(left) * e));
  const squares = (row: Float64Array): number => row.reduce((sum, v) => sum + v * v, 0);
  const scores = x.map((a) =>
    y.map((b) => {
      const apart = b.reduce((sum, v, k) => sum + (v - rho * a[k]!) ** 2, 0);
      return (squares(b) - apart / left - D * Math.log(left)) / 2;
    }),
  );
  return tf.tensor2d(scores);
}

describe.each([2, 4, 6])('of the exact critic at %i nats', (mutualInfo) => {
  const BATCHES = 60;
  const normal = normals(mutualInfo);
  let batches: tf.Tensor2D[];
  beforeAll(() => {
    batches = Array.from({ length: BATCHES }, () => exactScores(mutualInfo, normal));
  });
  const level = mutualInfo / 2 - 1;

  test.each(EXACT)('$of is within three standard errors', ({ of, means, variances, isRaised }) => {
    const metric = new VariationalMutualInfo(of);
    const baseline = tf.zeros([K]);
    for (const scores of batches) {
      metric.update(isRaised ? tf.add(scores, 1) : scores, baseline);
    }
    const { mean, standardError } = metric.compute();
    const expected = Math.sqrt(variances[level]! * (1 / BATCHES + 1 / 3000));
    expect(Math.abs(mean - means[level]!)).toBeLessThan(3 * expected);
    expect(standardError / Math.sqrt(variances[level]! / BATCHES)).toBeGreaterThan(0.4);
    expect(standardError / Math.sqrt(variances[level]! / BATCHES)).toBeLessThan(2);
  });
});

const batch = (...rows: number[][]): tf.Tensor2D => tf.tensor2d(rows);
const first = batch([1, 0], [0, 1]);
const second = batch([3, 0], [1, 2]);

test('is the mean of the bounds of the batches, of whatever order and on whatever worker', async () => {
  const whole = new VariationalMutualInfo({ bound: 'nwj' });
  whole.update(first);
  whole.update(second);
  await whole.updateAsync(first);
  const [left, right] = [
    new VariationalMutualInfo({ bound: 'nwj' }),
    new VariationalMutualInfo({ bound: 'nwj' }),
  ];
  left.update(second);
  right.update(first);
  right.update(right.compute().mean);
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

test('is restored, also with scores that are not clipped, and forgets', () => {
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

test('has an undefined error for one batch, and no value for none', () => {
  const metric = new VariationalMutualInfo();
  metric.update(first);
  expect(metric.compute().standardError).toBeNaN();
  expect(new VariationalMutualInfo().forward(first).mean).toBe(metric.compute().mean);
});

test('refuses scores that are not finite, not square or without baseline, and is then as before', () => {
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
  }).toThrow('expected a log-baseline for the bound "tuba"');
  expect(JSON.stringify(metric)).toBe(before);
  expect(tf.memory().numTensors).toBe(numTensors + 4);
});

test('refuses unknown options and bounds, other bounds and damaged snapshots', () => {
  expect(() => new VariationalMutualInfo({ bound: 'best' as 'nwj' })).toThrow('expected one of');
  expect(() => new VariationalMutualInfo({ alpha: 2 })).toThrow('from 0 to 1');
  const metric = new VariationalMutualInfo({ bound: 'dv' });
  metric.update(first);
  expect(() => {
    metric.merge(new VariationalMutualInfo({ bound: 'nwj' }));
  }).toThrow(MetricStateError);
  const snapshot = metric.toJSON();
  const damaged = { ...snapshot, state: { ...(snapshot.state as object), squares: -1 } };
  expect(() => VariationalMutualInfo.fromJSON(damaged)).toThrow(MetricStateError);
});
