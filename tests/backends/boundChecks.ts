import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { must, mustBeClose, read, type Check } from './check.ts';
import { onHost } from './onHost.ts';
import { uniform } from './values.ts';

const K = 6;

/** Returns a tensor of uniform numbers from −size to size. */
const numbers = (shape: [number, number] | [number], size: number, seed: number): tf.Tensor => {
  const count = shape.reduce((a, b) => a * b, 1);
  const values = uniform(count, seed).map((value) => size * (2 * value - 1));
  return tf.tensor(Float32Array.from(values), shape);
};

type Bound = (a: tf.Tensor, b: tf.Tensor) => tf.Scalar;
const scoresOnly =
  (bound: (scores: tf.Tensor2D) => tf.Scalar): Bound =>
  (a) =>
    bound(a as tf.Tensor2D);

/** All bounds; `b` is a baseline or log-probabilities, one number per sample. */
const bounds: Readonly<Record<string, Bound>> = {
  dvLowerBound: scoresOnly(lib.dvLowerBound),
  nwjLowerBound: scoresOnly(lib.nwjLowerBound),
  jsLowerBound: scoresOnly(lib.jsLowerBound),
  smileLowerBound: scoresOnly((scores) => lib.smileLowerBound(scores, { clip: 1.5 })),
  mineLowerBound: scoresOnly((scores) => lib.mineLowerBound(scores, { logMeanExp: 0.4 }).bound),
  'infoNceLowerBound of rows': scoresOnly((scores) => lib.infoNceLowerBound(scores)),
  'infoNceLowerBound of columns': scoresOnly((scores) => lib.infoNceLowerBound(scores, { contrast: 'columns' })),
  'infoNceLowerBound of both': scoresOnly((scores) => lib.infoNceLowerBound(scores, { contrast: 'symmetric' })),
  tubaLowerBound: (scores, baseline) => lib.tubaLowerBound(scores as tf.Tensor2D, baseline),
  interpolatedLowerBound: (scores, baseline) => lib.interpolatedLowerBound(scores as tf.Tensor2D, baseline, 0.3),
  structuredInfoNce: scoresOnly(lib.structuredInfoNce),
  leaveOneOutUpperBound: scoresOnly(lib.leaveOneOutUpperBound),
  clubUpperBound: scoresOnly(lib.clubUpperBound),
  barberAgakovLowerBound: (_, logProbs) => lib.barberAgakovLowerBound(logProbs as tf.Tensor1D, 2),
  variationalUpperBound: (_, logProbs) => lib.variationalUpperBound(logProbs as tf.Tensor1D, tf.zeros([K])),
};

/** Returns a bound and its gradient with respect to both inputs. */
async function evaluated(bound: Bound, size: number): Promise<[value: number[], gradient: number[]]> {
  const inputs = [numbers([K, K], size, 1), numbers([K], size, 2)];
  const { value, grads } = tf.valueAndGrads((a, b) => {
    // A dummy dependence on both inputs: tfjs throws if the value does not depend on an input.
    const touched = tf.customGrad((x, y) => ({
      value: tf.scalar(0),
      gradFunc: () => [tf.zerosLike(x as tf.Tensor), tf.zerosLike(y as tf.Tensor)],
    }))(a!, b!);
    return sumOf(bound(a!, b!), touched);
  })(inputs);
  const gradient = (await Promise.all(grads.map(read))).flat();
  tf.dispose(inputs);
  return [await read(value), gradient];
}

/** Sum with an explicit gradient, as tfjs-core registers none. */
const sumOf = tf.customGrad((a, b) => ({
  value: tf.add(a as tf.Tensor, b as tf.Tensor),
  gradFunc: (upstream) => [upstream, upstream],
})) as (a: tf.Tensor, b: tf.Tensor) => tf.Scalar;

/** Checks bounds on mutual information and their gradients for moderate and large scores. */
export const boundChecks: readonly Check[] = Object.entries(bounds).map(([name, bound]) => ({
  name: `${name} and its gradient equal those of the cpu backend`,
  run: async (setting) => {
    for (const size of [3, 20]) {
      const [value, gradient] = await evaluated(bound, size);
      const [expected, expectedGradient] = await onHost(() => evaluated(bound, size));
      must(
        expectedGradient.some((derivative) => derivative !== 0),
        'the gradient is 0',
      );
      const place = `${name}, scores up to ${size}`;
      mustBeClose(setting, 'bound', place, value, expected, 1e-5);
      mustBeClose(setting, 'bound, gradient', place, gradient, expectedGradient, 2e-5);
    }
  },
}));
