import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { must, mustBeClose, read, type Check } from './check.ts';
import { onHost } from './onHost.ts';
import { uniform } from './values.ts';

const K = 6;

/** Numbers as far from 0 as `size`, in a tensor of this shape. */
const numbers = (shape: [number, number] | [number], size: number, seed: number): tf.Tensor => {
  const count = shape.reduce((a, b) => a * b, 1);
  const values = uniform(count, seed).map((value) => size * (2 * value - 1));
  return tf.tensor(Float32Array.from(values), shape);
};

type Bound = (a: tf.Tensor, b: tf.Tensor) => tf.Scalar;
const ofScores =
  (bound: (scores: tf.Tensor2D) => tf.Scalar): Bound =>
  (a) =>
    bound(a as tf.Tensor2D);

/** Every bound; `b` is a baseline or the log-probabilities of other samples, one number a sample. */
const bounds: Readonly<Record<string, Bound>> = {
  dvLowerBound: ofScores(lib.dvLowerBound),
  nwjLowerBound: ofScores(lib.nwjLowerBound),
  jsLowerBound: ofScores(lib.jsLowerBound),
  smileLowerBound: ofScores((scores) => lib.smileLowerBound(scores, { clip: 1.5 })),
  mineLowerBound: ofScores((scores) => lib.mineLowerBound(scores, { logMeanExp: 0.4 }).bound),
  'infoNceLowerBound of rows': ofScores((scores) => lib.infoNceLowerBound(scores)),
  'infoNceLowerBound of columns': ofScores((scores) => lib.infoNceLowerBound(scores, { contrast: 'columns' })),
  'infoNceLowerBound of both': ofScores((scores) => lib.infoNceLowerBound(scores, { contrast: 'symmetric' })),
  tubaLowerBound: (scores, baseline) => lib.tubaLowerBound(scores as tf.Tensor2D, baseline),
  interpolatedLowerBound: (scores, baseline) => lib.interpolatedLowerBound(scores as tf.Tensor2D, baseline, 0.3),
  structuredInfoNce: ofScores(lib.structuredInfoNce),
  leaveOneOutUpperBound: ofScores(lib.leaveOneOutUpperBound),
  clubUpperBound: ofScores(lib.clubUpperBound),
  barberAgakovLowerBound: (_, logProbs) => lib.barberAgakovLowerBound(logProbs as tf.Tensor1D, 2),
  variationalUpperBound: (_, logProbs) => lib.variationalUpperBound(logProbs as tf.Tensor1D, tf.zeros([K])),
};

/** The bound and its gradient by whatever it depends on. */
async function evaluated(bound: Bound, size: number): Promise<[value: number[], slopes: number[]]> {
  const inputs = [numbers([K, K], size, 1), numbers([K], size, 2)];
  const { value, grads } = tf.valueAndGrads((a, b) => {
    // One that leaves an input out has no gradient by it, which tfjs takes for an error.
    const touched = tf.customGrad((x, y) => ({
      value: tf.scalar(0),
      gradFunc: () => [tf.zerosLike(x as tf.Tensor), tf.zerosLike(y as tf.Tensor)],
    }))(a!, b!);
    return sumOf(bound(a!, b!), touched);
  })(inputs);
  const slopes = (await Promise.all(grads.map(read))).flat();
  tf.dispose(inputs);
  return [await read(value), slopes];
}

/** A sum with a gradient, of which tfjs-core alone has none. */
const sumOf = tf.customGrad((a, b) => ({
  value: tf.add(a as tf.Tensor, b as tf.Tensor),
  gradFunc: (upstream) => [upstream, upstream],
})) as (a: tf.Tensor, b: tf.Tensor) => tf.Scalar;

/** Bounds on mutual information and their gradients, of scores of usual and of great size. */
export const boundChecks: readonly Check[] = Object.entries(bounds).map(([name, bound]) => ({
  name: `${name} and its gradient are those of main memory`,
  run: async (setting) => {
    for (const size of [3, 20]) {
      const [value, slopes] = await evaluated(bound, size);
      const [expected, expectedSlopes] = await onHost(() => evaluated(bound, size));
      must(
        expectedSlopes.some((slope) => slope !== 0),
        'the gradient is 0',
      );
      const place = `${name}, scores up to ${size}`;
      mustBeClose(setting, 'bound', place, value, expected, 1e-5);
      mustBeClose(setting, 'bound, gradient', place, slopes, expectedSlopes, 2e-5);
    }
  },
}));
