import * as tf from '@tensorflow/tfjs-core';
import { isMasked } from './expSums.ts';

/** A bound and its derivatives by each of the tensors that it was evaluated at. */
export interface EvaluatedBound {
  readonly value: tf.Tensor;
  /** Made when they are asked for. */
  readonly gradients: () => readonly tf.Tensor[];
}

/**
 * A scalar with a gradient that is given, not derived: so it works where no gradients of operations
 * are registered, and in one pass.
 */
export function scoreBound(
  inputs: readonly tf.Tensor[],
  evaluate: (...inputs: tf.Tensor[]) => EvaluatedBound,
): tf.Scalar {
  const operation = tf.customGrad((...args) => {
    const save = args.pop() as unknown as tf.GradSaveFunc;
    // The inputs alone are kept for the gradient: values that are only looked at cost no memory.
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
  return tf.tidy(() => operation(...inputs)) as tf.Scalar;
}

/** The gradient in the shape of its input, 0 where that is masked. */
function ofUnmasked(input: tf.Tensor, gradient: tf.Tensor): tf.Tensor {
  const shaped = tf.reshape(gradient, input.shape);
  return tf.where(isMasked(input), tf.zerosLike(shaped), shaped);
}
