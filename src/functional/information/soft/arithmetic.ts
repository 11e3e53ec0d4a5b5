import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Operations on small matrices `[rows, columns]` that a {@link Tape} differentiates, on arrays in float64 or on
 * tensors of the backend in float32. Axes of size 1 broadcast.
 */
export interface Arithmetic<A> {
  /** Entropies up to this value are rounding error: all samples are treated as being in one bin. */
  readonly leastEntropy: number;
  constant(value: number): A;
  /** Joins the values of matrices of the same shape. */
  join(matrices: readonly A[]): Tensor | Float32Array;
  /** Splits a tensor into matrices with the shapes of `like`. */
  toMatrices(tensor: Tensor, like: readonly A[]): A[];
  add(a: A, b: A): A;
  sub(a: A, b: A): A;
  mul(a: A, b: A): A;
  div(a: A, b: A): A;
  /** a / b for b ≥ 0, 0 where b is 0. */
  divNoNan(a: A, b: A): A;
  /** 1 where a ≥ b, else 0. */
  atLeast(a: A, b: A): A;
  select(condition: A, a: A, b: A): A;
  /** Natural logarithm, 0 where a is 0. */
  log(a: A): A;
  sqrt(a: A): A;
  /** Sum of all elements, of each row (axis 1) or of each column (axis 0). Summed axes are kept with size 1. */
  sum(a: A, axis?: 0 | 1): A;
  /** Repeats a along its axes of size 1 to the shape of `like`. */
  broadcastTo(a: A, like: A): A;
  /** Sums a over the axes where `like` has size 1. */
  sumTo(a: A, like: A): A;
  /** Entropy of counts, in nats. */
  entropy(counts: A): A;
  /** Mutual information of the rows and columns of joint counts, in nats. */
  mutualInfo(counts: A): A;
  /**
   * `by` times the gradient of the mutual information I: (ln(Pᵢⱼ / (Pᵢ Pⱼ)) − I) / Σc, with 0 for the logarithm where
   * Pᵢⱼ = 0. In one pass, since as operations of the tape it takes longer than all of the counting for 256 bins.
   */
  mutualInfoGradient(counts: A, mutualInfo: A, by: A): A;
}
