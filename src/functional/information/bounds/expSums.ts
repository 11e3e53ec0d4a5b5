import * as tf from '@tensorflow/tfjs-core';

/** Scores below this are masked: their exponential is 0. Sums and differences of this value do not overflow float32. */
export const MASKED = -1e30;

/** Lower limit of the level of sums, which makes a sum of masked terms 0 instead of NaN. */
const LOWEST_LEVEL = MASKED / 2;

/** Sums of exponentials relative to the level of the largest. */
interface ExpSums {
  /** Largest exponent, or a number below all scores if all are masked. */
  readonly level: tf.Tensor;
  /** e^(s − level). */
  readonly terms: tf.Tensor2D;
  /** Σ e^(s − level). */
  readonly sums: tf.Tensor;
  /** ln Σ e^(s − level); −∞ if all scores are masked. */
  readonly logSums: () => tf.Tensor;
  /** Derivatives of ln Σ eˢ: terms divided by their sum, 0 for masked scores. */
  readonly shares: () => tf.Tensor2D;
}

/** Returns the sums of eˢ along an axis, or over all scores, without overflow; scores of −∞ add 0. */
export function expSums(scores: tf.Tensor2D, axis?: 0 | 1): ExpSums {
  const level = levelOf(scores, axis);
  const terms = tf.exp(tf.sub(scores, level)) as tf.Tensor2D;
  const sums = tf.sum(terms, axis, true);
  // ln 0 is a finite number on WebGL.
  const logSums = (): tf.Tensor => tf.where(tf.equal(sums, 0), tf.fill(sums.shape, -Infinity), tf.log(sums));
  // A sum is 0 or, with the largest term e⁰, at least 1. divNoNan compares tensors of two shapes, which takes longer
  // than a matrix product on WebAssembly.
  return { level, terms, sums, logSums, shares: () => tf.div(terms, tf.maximum(sums, 1)) };
}

/** Returns the largest score along an axis, or of all; finite even if all scores are masked. */
export function levelOf(scores: tf.Tensor, axis?: 0 | 1): tf.Tensor {
  return tf.maximum(tf.max(scores, axis, true), LOWEST_LEVEL);
}

/** Returns ln(eᵃ + eᵇ), computed relative to the larger exponent to keep its precision. */
export function logAddExp(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const difference = tf.sub(a, b);
  return tf.add(tf.maximum(a, b), tf.softplus(tf.neg(tf.abs(difference))));
}
