import * as tf from '@tensorflow/tfjs-core';
import { mutualInfoScore, normalizedMutualInfoScore } from 'tfjs-metrics';
import {
  softHistogram,
  softHistogram2d,
  softMutualInfoScore,
  softNormalizedMutualInfoScore,
} from 'tfjs-metrics/information';
import { must, mustBeClose, read, type Check } from './check.ts';
import { following, uniform } from './values.ts';
import { SOFT_KERNELS } from '../../src/numeric/binning/softKernel.ts';

const corrections = ['none', 'millerMadow'] as const;

const constant = Array.from({ length: 9 }, () => 0.3);
const spread = Array.from({ length: 9 }, (_, n) => n / 8);

/** Inputs for which a naive formula gives 0/0. */
const strange: Record<string, { x: number[]; y: number[]; bins?: number; sampleWeight?: number[] }> = {
  'constant input': { x: constant, y: spread },
  'two constant inputs': { x: constant, y: constant },
  'one sample': { x: [0.4], y: [0.8] },
  'all values outside the range': { x: spread.map((v) => v + 5), y: spread.map((v) => -v - 1) },
  'one bin': { x: spread, y: spread, bins: 1 },
  'many empty cells': { x: spread, y: spread, bins: 64 },
};

/** Inputs without samples of positive weight. */
const empty: typeof strange = {
  'weights of 0': { x: spread, y: spread, sampleWeight: spread.map(() => 0) },
  'no samples': { x: [], y: [] },
};

const bin = (values: ArrayLike<number>, bins: number): Int32Array =>
  Int32Array.from(values, (value) => Math.min(bins - 1, Math.max(0, Math.floor(value * bins))));

/** Checks of edge cases. */
export const edgeChecks: readonly Check[] = [
  {
    name: 'values and gradients are finite for edge cases; without samples, values are NaN and gradients 0',
    run: async () => {
      for (const [what, { x, y, ...rest }] of Object.entries({ ...strange, ...empty })) {
        for (const kernel of SOFT_KERNELS) {
          for (const biasCorrection of corrections) {
            for (const score of [softMutualInfoScore, softNormalizedMutualInfoScore]) {
              const inputs = [tf.tensor1d(x), tf.tensor1d(y)];
              const { value, grads } = tf.valueAndGrads((a, b) => score(a!, b!, { ...rest, kernel, biasCorrection }))(
                inputs,
              );
              const [got] = await read(value);
              const derivatives = [...(await read(grads[0]!)), ...(await read(grads[1]!))];
              const isGood =
                what in empty
                  ? Number.isNaN(got) && derivatives.every((derivative) => derivative === 0)
                  : [got, ...derivatives].every(Number.isFinite);
              must(isGood, `${what}, ${kernel}, ${biasCorrection}: ${got} ${derivatives.join(' ')}`);
              tf.dispose(inputs);
            }
          }
        }
      }
    },
  },
  {
    name: 'a constant input has no mutual information and a negligible gradient',
    run: async (setting) => {
      const inputs = [tf.tensor1d(constant), tf.tensor1d(spread)];
      const { value, grads } = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!))(inputs);
      must(Math.abs((await read(value))[0]!) < 1e-6, 'expected 0');
      const derivatives = (await Promise.all(grads.map(read))).flat();
      must(
        derivatives.every((derivative) => Math.abs(derivative) < (setting.isHost ? 1e-6 : 1e-3)),
        `got ${derivatives.join(' ')}`,
      );
      tf.dispose(inputs);
    },
  },
  {
    name: 'the box kernel gives the hard histogram and the scores of the binned labels',
    run: async (setting) => {
      const x = [...uniform(200, 11), 0, 1, -1, 2, 0.25, 0.5];
      const y = [...following(uniform(200, 11), 12), 1, 0, 0.5, 0.5, 0.75, 3];
      const options = { bins: 8, kernel: 'box' } as const;
      const [binsOfX, binsOfY] = [bin(x, 8), bin(y, 8)];
      const expected = new Array<number>(64).fill(0);
      binsOfX.forEach((i, n) => expected[i * 8 + binsOfY[n]!]!++);
      mustBeClose(setting, 'box', 'counts', await read(softHistogram2d(x, y, options)), expected, 0);
      const tolerance = setting.isHost ? 1e-7 : 1e-5;
      const scores = [
        [softMutualInfoScore(x, y, options), mutualInfoScore(binsOfX, binsOfY)],
        [softNormalizedMutualInfoScore(x, y, options), normalizedMutualInfoScore(binsOfX, binsOfY)],
      ] as const;
      for (const [soft, hard] of scores) {
        mustBeClose(setting, 'box', 'score', await read(soft), [hard], tolerance);
      }
    },
  },
  {
    name: 'every sample has a total weight of 1 for every kernel, also at the ends of the range and outside',
    run: async () => {
      const places = [-3, 0, 1e-6, 0.01, 0.03, 0.5, 0.97, 0.999999, 1, 7];
      for (const kernel of SOFT_KERNELS) {
        for (const edge of ['fold', 'renormalize'] as const) {
          for (const bins of [1, 2, 3, 5, 32]) {
            const rows = places.map((place) => [place]);
            const counts = await read(softHistogram<tf.Tensor2D>(rows, { bins, kernel, edge, perExample: true }));
            places.forEach((place, n) => {
              const sum = counts.slice(n * bins, (n + 1) * bins).reduce((a, b) => a + b, 0);
              must(Math.abs(sum - 1) < 1e-6, `${kernel}, ${edge}, ${bins} bins at ${place}: ${sum}`);
            });
          }
        }
      }
    },
  },
  {
    name: 'independent values have less than 0.01 nats after bias correction',
    run: async () => {
      const [x, y] = [uniform(5000, 21), uniform(5000, 22)];
      for (const kernel of SOFT_KERNELS) {
        const options = { bins: 32, kernel, biasCorrection: 'millerMadow' } as const;
        const [nats] = await read(softMutualInfoScore(x, y, options));
        must(Math.abs(nats!) < 0.01, `${kernel}: ${nats}`);
      }
    },
  },
  {
    name: 'masked pairs are ignored, whatever their values',
    run: async (setting) => {
      const x = [0.1, NaN, 0.5, 0.9, 0.7];
      const y = [0.2, 0.3, Infinity, 0.8, 0.9];
      const mask = [true, false, false, true, true];
      const kept = softMutualInfoScore([0.1, 0.9, 0.7], [0.2, 0.8, 0.9], { bins: 4 });
      const inputs = [tf.tensor1d(x), tf.tensor1d(y)];
      const { value, grads } = tf.valueAndGrads((a, b) => softMutualInfoScore(a!, b!, { bins: 4, mask }))(inputs);
      mustBeClose(setting, 'mask', 'value', await read(value), await read(kept), 1e-6);
      const derivatives = await read(grads[0]!);
      must(derivatives[1] === 0 && derivatives[2] === 0 && derivatives.every(Number.isFinite), derivatives.join(' '));
      grads[1]!.dispose();
      tf.dispose(inputs);
    },
  },
];
