import * as tf from '@tensorflow/tfjs-core';
import {
  AssignmentMutualInfoScore,
  assignmentMutualInfoScore,
  softHistogram,
  softMutualInfoLoss,
  SoftMutualInfoScore,
  softMutualInfoScore,
  SoftNormalizedMutualInfoScore,
  softNormalizedMutualInfoScore,
  type SoftMutualInfoOptions,
  type SoftNormalizedMutualInfoOptions,
} from 'tfjs-metrics/information';
import { must, mustBeClose, read, type Check, type Setting } from './check.ts';
import { following, uniform } from './values.ts';

const N = 60;
const x = uniform(N, 1).map((value) => 0.02 + 0.96 * value);
const y = following(x, 2).map((value) => 0.02 + 0.95 * value);
const weights = uniform(N, 3).map((value, n) => (n % 7 === 0 ? 0 : 0.5 + value));

/** Returns the gradient of a function of float64 values by central differences. */
function differences(values: Float64Array, of: (values: Float64Array) => number): number[] {
  const step = 2 ** -16;
  return Array.from(values, (value, n) => {
    const at = (moved: number): number => of(values.map((old, k) => (k === n ? moved : old)));
    return (at(value + step) - at(value - step)) / (2 * step);
  });
}

async function mustFollow(
  setting: Setting,
  place: string,
  score: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor,
  exact: (x: Float64Array, y: Float64Array) => number,
): Promise<void> {
  const inputs = [x, y].map((values) => tf.tensor1d(Float32Array.from(values)));
  const [float32X, float32Y] = [x.map(Math.fround), y.map(Math.fround)];
  const { value, grads } = tf.valueAndGrads((a, b) => score(a!, b!) as tf.Scalar)(inputs);
  const tolerance = setting.isHost ? 1e-6 : 2e-5;
  mustBeClose(setting, 'float64 twin', place, await read(value), [exact(float32X, float32Y)], tolerance);
  const [gradientOfX, gradientOfY] = [await read(grads[0]!), await read(grads[1]!)];
  const gradientTolerance = setting.isHost ? 1e-5 : 2e-4;
  const family = 'central differences';
  mustBeClose(
    setting,
    family,
    `${place}, x`,
    gradientOfX,
    differences(float32X, (at) => exact(at, float32Y)),
    gradientTolerance,
  );
  mustBeClose(
    setting,
    family,
    `${place}, y`,
    gradientOfY,
    differences(float32Y, (at) => exact(float32X, at)),
    gradientTolerance,
  );
  tf.dispose(inputs);
}

const scoreSettings: readonly SoftMutualInfoOptions[] = [
  { bins: 8 },
  {
    bins: [6, 9],
    range: [
      [-0.5, 1.5],
      [0, 1],
    ],
    base: 2,
  },
  { bins: 8, edge: 'renormalize', biasCorrection: 'millerMadow' },
  { bins: 8, biasCorrection: 'millerMadow' },
  { bins: 8, kernel: 'gaussian', bandwidth: 1.5, biasCorrection: 'millerMadow' },
];

const means = ['min', 'geometric', 'arithmetic', 'max'] as const;

const normalizedSettings: readonly SoftNormalizedMutualInfoOptions[] = [
  ...means.map((averageMethod) => ({ bins: 8, averageMethod })),
  { bins: [5, 9], biasCorrection: 'millerMadow', averageMethod: 'geometric' },
];

function rows(values: Float64Array): number[][] {
  return Array.from({ length: N / 3 }, (_, n) => Array.from(values.slice(3 * n, 3 * n + 3)));
}

/** Returns probabilities whose rows sum to 1 up to rounding errors. */
function softmaxRows(seed: number): number[][] {
  return rows(uniform(N, seed)).map((row) => {
    const sum = row.reduce((total, value) => total + value + 0.1, 0);
    return row.map((value) => Math.fround((value + 0.1) / sum));
  });
}

async function assignmentsFollow(setting: Setting, symmetric: boolean): Promise<void> {
  const sampleWeight = Array.from(weights.slice(0, N / 3));
  const [p, q] = [softmaxRows(4), softmaxRows(5)];
  const exact = (a: number[][], b: number[][]): number => {
    const metric = new AssignmentMutualInfoScore({ symmetric });
    metric.update(a, b, { sampleWeight });
    return metric.compute();
  };
  const inputs = [tf.tensor2d(p), tf.tensor2d(q)];
  const { value, grads } = tf.valueAndGrads((a, b) => assignmentMutualInfoScore(a!, b!, { symmetric, sampleWeight }))(
    inputs,
  );
  const tolerance = setting.isHost ? 1e-6 : 1e-5;
  const place = `assignments${symmetric ? ', symmetric' : ''}`;
  mustBeClose(setting, 'float64 twin', place, await read(value), [exact(p, q)], tolerance);
  const flat = (of: number[][]): Float64Array => Float64Array.from(of.flat());
  const gradientOfP = differences(flat(p), (at) => exact(rows(at), q));
  const gradientOfQ = differences(flat(q), (at) => exact(p, rows(at)));
  const gradientTolerance = setting.isHost ? 1e-5 : 1e-4;
  mustBeClose(setting, 'central differences', place, await read(grads[0]!), gradientOfP, gradientTolerance);
  mustBeClose(setting, 'central differences', place, await read(grads[1]!), gradientOfQ, gradientTolerance);
  tf.dispose(inputs);
}

/** Checks values and gradients against the float64 metrics and their central differences. */
export const gradientChecks: readonly Check[] = [
  {
    name: 'mutual information and its gradient agree with the float64 metric',
    run: async (setting) => {
      for (const options of scoreSettings) {
        const exact = (a: Float64Array, b: Float64Array): number => {
          const metric = new SoftMutualInfoScore(options);
          metric.update(a, b, { sampleWeight: weights });
          return metric.compute();
        };
        const score = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
          softMutualInfoScore(a, b, { ...options, sampleWeight: weights });
        await mustFollow(setting, JSON.stringify(options), score, exact);
      }
    },
  },
  {
    name: 'normalized mutual information and its gradient agree with the float64 metric',
    run: async (setting) => {
      for (const options of normalizedSettings) {
        const exact = (a: Float64Array, b: Float64Array): number => {
          const metric = new SoftNormalizedMutualInfoScore(options);
          metric.update(a, b);
          return metric.compute();
        };
        const score = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => softNormalizedMutualInfoScore(a, b, options);
        await mustFollow(setting, JSON.stringify(options), score, exact);
      }
    },
  },
  {
    name: 'soft assignments and their gradients agree with the float64 metric',
    run: async (setting) => {
      await assignmentsFollow(setting, false);
      await assignmentsFollow(setting, true);
    },
  },
  {
    name: 'perExample scores each example separately, with its own gradient',
    run: async (setting) => {
      const batch = [x, y, uniform(N, 8), following(uniform(N, 8), 9)].map((v) => Array.from(v));
      const [a, b] = [tf.tensor2d([batch[0]!, batch[2]!]), tf.tensor2d([batch[1]!, batch[3]!])];
      const score = softMutualInfoScore<tf.Tensor1D>(a, b, { bins: 8, perExample: true });
      must(score.shape.length === 1, 'expected one score per row');
      const each = [0, 2].map((k) => softMutualInfoScore(batch[k]!, batch[k + 1]!, { bins: 8 }));
      const single = (await Promise.all(each.map(read))).flat();
      mustBeClose(setting, 'batch', 'values', await read(score), single, 1e-6);
      const scale = tf.tensor1d([1, -3]);
      const [gradientOfA] = tf.grads((of) => softMutualInfoScore(of!, b, { bins: 8, perExample: true }))([a], scale);
      const gradients = [0, 2].map((k) => {
        const single = tf.tensor1d(batch[k]!);
        const scored = (of: tf.Tensor): tf.Tensor => softMutualInfoScore(of, batch[k + 1]!, { bins: 8 });
        const gradient = tf.grad(scored)(single);
        single.dispose();
        return gradient;
      });
      const [first, second] = await Promise.all(gradients.map(read));
      const expected = [...first!, ...second!.map((derivative) => -3 * derivative)];
      mustBeClose(setting, 'batch', 'gradients', await read(gradientOfA!), expected, 1e-6);
      tf.dispose([a, b, scale]);
    },
  },
  {
    name: 'an optimizer increases the mutual information of a variable with its target',
    run: async () => {
      const target = tf.tensor1d(Float32Array.from(x));
      const start = tf.tensor1d(Float32Array.from(uniform(N, 6)));
      const values = tf.variable(start);
      start.dispose();
      const loss = softMutualInfoLoss({ bins: 8 });
      const optimizer = tf.train.sgd(0.2);
      const before = (await read(loss(target, values)))[0]!;
      for (let step = 0; step < 20; step++) {
        optimizer.minimize(() => loss(target, values) as tf.Scalar);
      }
      const after = (await read(loss(target, values)))[0]!;
      must(after < before - 0.05, `the loss went from ${before} to ${after}`);
      tf.dispose([target, values]);
      optimizer.dispose();
    },
  },
  {
    name: 'the gradient of a histogram equals that of its kernel weights',
    run: async (setting) => {
      const at = tf.tensor1d([0.3, 0.55]);
      const upstream = tf.tensor1d([1, 2, 4, 8]);
      const options = { bins: 4, kernel: 'linear' } as const;
      const [gradient] = tf.grads((of) => softHistogram(of!, options))([at], upstream);
      // 0.3 lies between the centres of bins 0 and 1, 0.55 between those of 1 and 2.
      mustBeClose(setting, 'histogram', 'gradient', await read(gradient!), [4 * (2 - 1), 4 * (4 - 2)], 1e-6);
      tf.dispose([at, upstream]);
    },
  },
];
