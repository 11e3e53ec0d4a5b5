import * as tf from '@tensorflow/tfjs-core';
import { correlationFor, normals } from '../../examples/gaussianPairs.ts';

/** Number of values of x and of y. */
export const D = 20;

/** Number of pairs in a batch. */
export const K = 64;

/** Exact log-probabilities of K pairs from a known distribution. */
export interface ExactBatch {
  /** ln p(yⱼ | xᵢ) / p(yⱼ), the scores of the optimal critic, `[K, K]`. */
  readonly scores: tf.Tensor2D;
  /** ln p(yⱼ | xᵢ), `[K, K]`. */
  readonly logProbs: tf.Tensor2D;
  /** ln p(yᵢ | xᵢ), `[K]`. */
  readonly logConditional: tf.Tensor1D;
  /** ln p(xᵢ | yᵢ), `[K]`. */
  readonly logReverse: tf.Tensor1D;
  /** ln p(yᵢ), `[K]`. */
  readonly logMarginal: tf.Tensor1D;
  /** Mean density ratio of the independent pairs, in float64. Its expectation is 1. */
  readonly meanRatio: number;
}

/** H(X) of D independent normal values, in nats. */
export const ENTROPY: number = (D / 2) * Math.log(2 * Math.PI * Math.E);

/**
 * Returns a function that draws seeded batches of normal pairs with the given mutual information.
 *
 * Tilted batches have a density that is larger by the factor `meanRatio`: in them, an independent pair looks like a
 * joint pair. They are drawn as a chain: y and y' given the same x, then x' given y'.
 */
export function exactBatches(mutualInfo: number, seed: number): (isTilted?: boolean) => ExactBatch {
  const rho = correlationFor(mutualInfo, D);
  const left = 1 - rho ** 2;
  const normal = normals(seed);
  const given = (source: ArrayLike<number>, i: number, target: Float64Array, j: number): void => {
    for (let k = 0; k < D; k++) {
      target[j * D + k] = rho * source[i * D + k]! + Math.sqrt(left) * normal();
    }
  };
  return (isTilted = false) => {
    const x = Float64Array.from({ length: K * D }, normal);
    const y = new Float64Array(K * D);
    for (let i = 0; i < K; i++) given(x, i, y, i);
    if (isTilted) {
      // Any two samples will do: the bounds do not depend on the order of the samples.
      given(x, 0, y, 1);
      given(y, 1, x, 1);
    }
    return known(x, y, rho);
  };
}

function known(x: Float64Array, y: Float64Array, rho: number): ExactBatch {
  const [marginalsOfX, marginalsOfY] = [logMarginals(x), logMarginals(y)];
  const scores = logRatios(x, y, rho);
  const joint = marginalsOfY.map((_, i) => scores[i * K + i]!);
  return {
    scores: tf.tensor2d(Float32Array.from(scores), [K, K]),
    logProbs: tf.tensor2d(
      Float32Array.from(scores, (f, k) => f + marginalsOfY[k % K]!),
      [K, K],
    ),
    logConditional: vector(joint.map((f, i) => f + marginalsOfY[i]!)),
    logReverse: vector(joint.map((f, i) => f + marginalsOfX[i]!)),
    logMarginal: vector(marginalsOfY),
    meanRatio: scores.reduce((sum, f, k) => sum + (k % (K + 1) === 0 ? 0 : Math.exp(f)), 0) / (K * (K - 1)),
  };
}

/** Returns I − (ρ² |x|² + ρ² |y|² − 2ρ x·y) / 2(1 − ρ²) for all pairs. */
function logRatios(x: Float64Array, y: Float64Array, rho: number): Float64Array {
  const left = 1 - rho ** 2;
  const mutualInfo = (-D / 2) * Math.log(left);
  const [squaresOfX, squaresOfY] = [squares(x), squares(y)];
  const ratios = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) {
      let product = 0;
      for (let k = 0; k < D; k++) product += x[i * D + k]! * y[j * D + k]!;
      const distance = rho ** 2 * (squaresOfX[i]! + squaresOfY[j]!) - 2 * rho * product;
      ratios[i * K + j] = mutualInfo - distance / (2 * left);
    }
  }
  return ratios;
}

const vector = (values: Float64Array): tf.Tensor1D => tf.tensor1d(Float32Array.from(values));

function logMarginals(samples: Float64Array): Float64Array {
  const constant = D * Math.log(2 * Math.PI);
  return squares(samples).map((square) => -(square + constant) / 2);
}

/** Returns the squared length of each sample. */
function squares(samples: Float64Array): Float64Array {
  return Float64Array.from({ length: K }, (_, i) => {
    let sum = 0;
    for (let k = i * D; k < (i + 1) * D; k++) sum += samples[k]! ** 2;
    return sum;
  });
}
