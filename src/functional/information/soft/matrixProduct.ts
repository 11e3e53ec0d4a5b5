import * as tf from '@tensorflow/tfjs-core';

/**
 * `tf.matMul` with the shared dimension padded to an even size. The WebGL backend processes two rows and columns at a
 * time. For odd dimensions it multiplies values beyond the end, which are not 0 after operations such as 1 − |x|.
 */
export function matrixProduct<T extends tf.Tensor>(a: T, b: T, transposeA = false, transposeB = false): T {
  const shared = a.shape[a.rank - (transposeA ? 2 : 1)]!;
  if (shared % 2 === 0) return tf.matMul(a, b, transposeA, transposeB);
  const even = (of: T, isLast: boolean): T => {
    const axis = of.rank - (isLast ? 1 : 2);
    return tf.pad(
      of,
      of.shape.map((_, k) => [0, k === axis ? 1 : 0] as [number, number]),
    ) as T;
  };
  return tf.matMul(even(a, !transposeA), even(b, transposeB), transposeA, transposeB);
}

/** Matrix in row-major order. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}
