import * as tf from '@tensorflow/tfjs-core';

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
        .map((gradient, i) => tf.reshape(tf.mul(upstream, gradient), saved[i]!.shape));
    const { value } = at(args as tf.Tensor[]);
    return { value, gradFunc };
  });
  return tf.tidy(() => operation(...inputs)) as tf.Scalar;
}
