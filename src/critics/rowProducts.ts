import * as tf from '@tensorflow/tfjs-core';

// On the WebAssembly backend, matMul with a transposed operand is several times slower than transpose followed by
// matMul. The gradients of tfjs use the former, so these operations define their own.

/** Returns the dot products pᵢ · qⱼ of all pairs of rows. */
export function rowProducts(p: tf.Tensor2D, q: tf.Tensor2D): tf.Tensor2D {
  return withGradient(
    [p, q],
    ([left, right]) => tf.matMul(left!, tf.transpose(right!)),
    (upstream, [left, right]) => [tf.matMul(upstream, right!), tf.matMul(tf.transpose(upstream), left!)],
  );
}

/** Returns the output of a dense layer, x W + b, with ReLU if `isRectified`. */
export function denseOutput(x: tf.Tensor2D, kernel: tf.Tensor2D, bias: tf.Tensor1D, isRectified: boolean): tf.Tensor2D {
  const activation = isRectified ? 'relu' : 'linear';
  return withGradient(
    [x, kernel, bias],
    ([a, b, c]) => tf.fused.matMul({ a: a!, b: b!, bias: c as tf.Tensor, activation }) as tf.Tensor2D,
    (upstream, [a, b], value) => {
      const before = (isRectified ? tf.mul(upstream, tf.step(value)) : upstream) as tf.Tensor2D;
      return [timesTransposed(before, b!), tf.matMul(tf.transpose(a!), before), columnSums(before)];
    },
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

function withGradient(
  inputs: readonly tf.Tensor[],
  evaluate: (inputs: readonly tf.Tensor2D[]) => tf.Tensor2D,
  gradient: (upstream: tf.Tensor2D, inputs: readonly tf.Tensor2D[], value: tf.Tensor2D) => tf.Tensor[],
): tf.Tensor2D {
  const operation = tf.customGrad((...args) => {
    const save = args.pop() as unknown as tf.GradSaveFunc;
    const given = args as tf.Tensor2D[];
    const value = evaluate(given);
    save([...given, value]);
    return {
      value,
      gradFunc: (upstream: tf.Tensor2D, saved: tf.Tensor[]) =>
        gradient(upstream, saved.slice(0, -1) as tf.Tensor2D[], saved.at(-1) as tf.Tensor2D),
    };
  });
  return operation(...inputs) as tf.Tensor2D;
}
