import * as tf from '@tensorflow/tfjs-core';
import type { TensorData } from '../../../inputs/tensorLike.ts';
import { toTensor } from '../soft/toTensor.ts';
import { MASKED } from './expSums.ts';

/** Value of a bound and its gradients with respect to the input tensors. */
export interface EvaluatedBound {
  readonly value: tf.Tensor;
  /** Computes the gradients, one per input. */
  readonly gradients: () => readonly tf.Tensor[];
}

/**
 * Returns a scalar with an explicit gradient instead of an automatic one. It needs no registered gradients of
 * operations (tfjs-core alone has none) and takes a single pass.
 */
export function scoreBound(
  inputs: readonly (tf.Tensor | TensorData)[],
  evaluate: (...inputs: tf.Tensor[]) => EvaluatedBound,
): tf.Scalar {
  const operation = tf.customGrad((...args) => {
    const save = args.pop() as unknown as tf.GradSaveFunc;
    // Only the inputs are saved for the gradient, so that a value alone costs no extra memory.
    save(args as tf.Tensor[]);
    const at = (given: readonly tf.Tensor[]): EvaluatedBound =>
      evaluate(...given.map((input) => tf.cast(input, 'float32')));
    const gradFunc = (upstream: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] =>
      at(saved)
        .gradients()
        .map((gradient, i) => ofUnmasked(saved[i]!, tf.mul(upstream, gradient)));
    const { value } = at(args as tf.Tensor[]);
    return { value, gradFunc };
  });
  return tf.tidy(() => operation(...inputs.map((input) => toTensor(input, 'input')))) as tf.Scalar;
}

/** Returns the gradient in the shape of its input, with 0 for masked scores. */
function ofUnmasked(input: tf.Tensor, gradient: tf.Tensor): tf.Tensor {
  const shaped = tf.reshape(gradient, input.shape);
  // The gradient of a masked score may be NaN, which a product with 0 would keep. On WebAssembly, step is faster than a
  // comparison.
  const isUnmasked = tf.cast(tf.step(tf.sub(input, MASKED)), 'bool');
  return tf.where(isUnmasked, shaped, tf.zerosLike(shaped));
}
