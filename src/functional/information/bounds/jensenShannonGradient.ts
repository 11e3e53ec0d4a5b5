import * as tf from '@tensorflow/tfjs-core';
import { diagonalMask } from './diagonalMask.ts';

/**
 * Returns the gradient of the Jensen–Shannon objective J = −E[softplus(−f)] − E'[softplus(f)], whose optimum is f =
 * ln p(x, y) / p(x)p(y). The gradient is bounded, so training is stable.
 */
export function jensenShannonGradient(scores: tf.Tensor2D): tf.Tensor2D {
  const size = scores.shape[0];
  const joint = tf.div(tf.sigmoid(tf.neg(scores)), size);
  const apart = tf.div(tf.sigmoid(scores), -size * (size - 1));
  return tf.where(diagonalMask(size), joint, apart) as tf.Tensor2D;
}
