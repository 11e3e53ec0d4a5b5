import * as tf from '@tensorflow/tfjs-core';

// On the WebAssembly backend, matMul with a transposed operand is several times slower than transpose followed by
// matMul. The gradients of tfjs use the former, so these operations define their own.

/** Returns the dot products pᵢ · qⱼ of all pairs of rows. */
export function rowProducts(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor2D {
  return withGradient(
    { inputs: [p, q], saved: [p, q] },
    () => tf.matMul(p, tf.transpose(q)),
    (upstream, [left, right]) => [tf.matMul(upstream, right!), tf.matMul(tf.transpose(upstream), left!)],
  );
}

/** Returns the output of a dense layer, x W + b, with ReLU if `isRectified`. */
export function denseOutput(x: tf.Tensor2D, kernel: tf.Tensor2D, bias: tf.Tensor1D, isRectified: boolean): tf.Tensor2D {
  const activation = isRectified ? 'relu' : 'linear';
  const link = inputLink(x, kernel);
  return withGradient(
    { inputs: [link, kernel, bias], saved: [x] },
    () => tf.fused.matMul({ a: x, b: kernel, bias: bias as tf.Tensor, activation }) as tf.Tensor2D,
    (upstream, [a], value) => {
      const before = (isRectified ? tf.mul(upstream, tf.step(value)) : upstream) as tf.Tensor2D;
      return [before, tf.matMul(tf.transpose(a!), before), columnSums(before)];
    },
  );
}

/**
 * Returns zeros whose gradient δ is passed on to x as δ Wᵀ. As an operation of x alone, it is skipped for samples,
 * which depend on no variable; the gradients of one operation are all computed.
 */
function inputLink(x: tf.Tensor2D, kernel: tf.Tensor2D): tf.Tensor2D {
  return withGradient(
    { inputs: [x], saved: [kernel] },
    () => tf.fill([x.shape[0], kernel.shape[1]], 0),
    (upstream, [weights]) => [timesTransposed(upstream, weights!)],
  );
}

/** Returns δ Wᵀ, as the transpose of W δᵀ if that transposes fewer numbers. */
function timesTransposed(delta: tf.Tensor2D, kernel: tf.Tensor2D): tf.Tensor2D {
  const [rows, columns] = delta.shape;
  const [width] = kernel.shape;
  return rows * (columns + width) <= kernel.size
    ? tf.transpose(tf.matMul(kernel, tf.transpose(delta)))
    : tf.matMul(delta, tf.transpose(kernel));
}

/** Returns the sum of each column, as a matrix product: on WebAssembly, tf.sum transposes the matrix first. */
function columnSums(matrix: tf.Tensor2D): tf.Tensor1D {
  const [rows, columns] = matrix.shape;
  return tf.reshape(tf.matMul(tf.ones([1, rows]), matrix), [columns]);
}

/** Returns a value with its gradients, which are computed from tensors saved for them. */
function withGradient(
  { inputs, saved }: { inputs: readonly tf.Tensor[]; saved: readonly tf.Tensor[] },
  evaluate: () => tf.Tensor2D,
  gradient: (upstream: tf.Tensor2D, saved: readonly tf.Tensor2D[], value: tf.Tensor2D) => tf.Tensor[],
): tf.Tensor2D {
  const operation = tf.customGrad((...args) => {
    const save = args.pop() as unknown as tf.GradSaveFunc;
    const value = evaluate();
    save([...saved, value]);
    return {
      value,
      gradFunc: (upstream: tf.Tensor2D, kept: tf.Tensor[]) =>
        gradient(upstream, kept.slice(0, -1) as tf.Tensor2D[], kept.at(-1) as tf.Tensor2D),
    };
  });
  return operation(...inputs) as tf.Tensor2D;
}
