import * as tf from '@tensorflow/tfjs-core';
import { correlationFor, normals } from '../../examples/gaussianPairs.ts';

/** How many values x and y have each. */
export const D = 20;

/** How many pairs a batch has. */
export const K = 64;

/** What is known of K pairs whose distribution is known. */
export interface ExactBatch {
  /** ln p(yⱼ | xᵢ) / p(yⱼ), what the best critic says, `[K, K]`. */
  readonly scores: tf.Tensor2D;
  /** ln p(yⱼ | xᵢ), `[K, K]`. */
  readonly logProbs: tf.Tensor2D;
  /** ln p(yᵢ | xᵢ), `[K]`. */
  readonly logConditional: tf.Tensor1D;
  /** ln p(xᵢ | yᵢ), `[K]`. */
  readonly logReverse: tf.Tensor1D;
  /** ln p(yᵢ), `[K]`. */
  readonly logMarginal: tf.Tensor1D;
  /** The mean density ratio of the pairs that do not belong together, in float64. Its expectation is 1. */
  readonly meanRatio: number;
}

/** H(X) of D independent normal values, in nats. */
export const ENTROPY: number = (D / 2) * Math.log(2 * Math.PI * Math.E);

/**
 * Draws batches of normal pairs with so much mutual information, the same for the same seed.
 *
 * Tilted batches come more often by the factor `meanRatio`: in them a pair that does not belong together looks as if it
 * did. They are drawn as a chain: y and y' of the same x, then x' of y'.
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
      // Which two samples makes no difference: the bounds are the same for any order of them.
      given(x, 0, y, 1);
      given(y, 1, x, 1);
    }
    return known(x, y, rho);
  };
}

function known(x: Float64Array, y: Float64Array, rho: number): ExactBatch {
  const [ofX, ofY] = [logMarginals(x), logMarginals(y)];
  const scores = logRatios(x, y, rho);
  const joint = ofY.map((_, i) => scores[i * K + i]!);
  return {
    scores: tf.tensor2d(Float32Array.from(scores), [K, K]),
    logProbs: tf.tensor2d(
      Float32Array.from(scores, (f, k) => f + ofY[k % K]!),
      [K, K],
    ),
    logConditional: vector(joint.map((f, i) => f + ofY[i]!)),
    logReverse: vector(joint.map((f, i) => f + ofX[i]!)),
    logMarginal: vector(ofY),
    meanRatio: scores.reduce((sum, f, k) => sum + (k % (K + 1) === 0 ? 0 : Math.exp(f)), 0) / (K * (K - 1)),
  };
}

/** Of all pairs: I − (ρ² |x|² + ρ² |y|² − 2ρ x·y) / 2(1 − ρ²). */
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

/** The squared length of each sample. */
function squares(samples: Float64Array): Float64Array {
  return Float64Array.from({ length: K }, (_, i) => {
    let sum = 0;
    for (let k = i * D; k < (i + 1) * D; k++) sum += samples[k]! ** 2;
    return sum;
  });
}
