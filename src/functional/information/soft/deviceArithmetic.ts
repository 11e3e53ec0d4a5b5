import * as tf from '@tensorflow/tfjs-core';
import type { Arithmetic } from './arithmetic.ts';

/** Replaces 0 in float32 denominators and logarithms. */
const TINY = 1e-30;

const nonZero = (values: tf.Tensor): tf.Tensor => tf.maximum(values, TINY);

/** {@link Arithmetic} with operations of the backend, in float32. */
export const deviceArithmetic: Arithmetic<tf.Tensor> = {
  leastEntropy: 1e-6,
  constant: (value) => tf.tensor2d([value], [1, 1]),
  join: (matrices) => (matrices.length === 0 ? tf.zeros([0]) : tf.stack([...matrices])),
  toMatrices: (tensor, like) => {
    const ofRows = tf.reshape(tensor, [like.length, -1]);
    return like.map(({ shape }, row) => tf.reshape(tf.slice(ofRows, [row, 0], [1, -1]), shape));
  },
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  divNoNan: (a, b) => tf.mul(tf.div(a, nonZero(b)), tf.cast(tf.greater(b, 0), 'float32')),
  atLeast: (a, b) => tf.cast(tf.greaterEqual(a, b), 'float32'),
  select: (condition, a, b) => tf.where(tf.greater(condition, 0), a, b),
  log: (a) => tf.log(tf.where(tf.equal(a, 0), 1, a)),
  sqrt: tf.sqrt,
  sum: (a, axis) => tf.sum(a, axis, true),
  broadcastTo: (a, { shape }) => tf.broadcastTo(a, shape),
  sumTo: (a, { shape }) => {
    const axes = [0, 1].filter((axis) => shape[axis] === 1 && a.shape[axis] !== 1);
    return axes.length === 0 ? a : tf.sum(a, axes, true);
  },
  entropy: (counts) =>
    tf.tidy(() => {
      const shares = sharesOf(counts);
      return tf.neg(tf.sum(tf.mul(shares, tf.log(nonZero(shares))), undefined, true));
    }),
  mutualInfo: (counts) =>
    tf.tidy(() => {
      const joint = sharesOf(counts);
      const expected = tf.mul(tf.sum(joint, 1, true), tf.sum(joint, 0, true));
      return tf.sum(klTerms(joint, expected), undefined, true);
    }),
  mutualInfoGradient: (counts, mutualInfo, by) =>
    tf.tidy(() => {
      const joint = sharesOf(counts);
      const ln = (values: tf.Tensor): tf.Tensor => tf.log(nonZero(values));
      const ofMargins = tf.add(ln(tf.sum(joint, 1, true)), ln(tf.sum(joint, 0, true)));
      const pointwise = tf.mul(tf.sub(ln(joint), ofMargins), tf.cast(tf.greater(joint, 0), 'float32'));
      return tf.mul(tf.sub(pointwise, mutualInfo), tf.div(by, nonZero(tf.sum(counts))));
    }),
};

function sharesOf(counts: tf.Tensor): tf.Tensor {
  return tf.div(counts, nonZero(tf.sum(counts)));
}

/**
 * Terms E ((1 + d) ln(1 + d) − d) with d = (P − E) / E of the Kullback-Leibler divergence. Their sum is accurate for
 * small d.
 */
function klTerms(joint: tf.Tensor, expected: tf.Tensor): tf.Tensor {
  const excess = tf.div(tf.sub(joint, expected), nonZero(expected));
  const growth = tf.maximum(tf.add(excess, 1), TINY);
  const plain = tf.sub(tf.mul(growth, tf.log(growth)), excess);
  // The same series in s = d / (2 + d) as in klTerm; five terms are enough for float32.
  const s = tf.div(excess, tf.add(excess, 2));
  const q = tf.square(s);
  const terms = [1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3];
  const c = terms.slice(1).reduce<tf.Tensor>((sum, term) => tf.add(tf.mul(sum, q), term), tf.fill(q.shape, terms[0]!));
  const nearOne = tf.mul(tf.mul(tf.add(excess, 2), q), tf.add(1, tf.mul(tf.add(q, s), c)));
  return tf.mul(expected, tf.where(tf.less(tf.abs(excess), 0.3), nearOne, plain));
}
