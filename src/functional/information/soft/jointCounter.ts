import * as tf from '@tensorflow/tfjs-core';
import type { CountGradients } from '../../../numeric/binning/pairGradient.ts';
import type { Arithmetic } from './arithmetic.ts';
import { evaluateStatistic, type CountsOf, type Evaluation, type JointStatistic } from './jointStatistic.ts';

/** Joint counts of tensors, on the host or on a device. */
export interface JointCounter<A> {
  readonly arithmetic: Arithmetic<A>;
  /** Number of rows, each with its own counts. */
  readonly rows: number;
  /** Tensors that `count` and `gradients` read. Empty on the host, where the counter holds arrays. */
  readonly inputs: readonly tf.Tensor[];
  count(row: number, inputs: readonly tf.Tensor[]): CountsOf<A>;
  /** Returns the gradients with respect to the tensors, from those with respect to the counts of each row. */
  gradients(by: readonly CountGradients<A>[], inputs: readonly tf.Tensor[]): tf.Tensor[];
}

/**
 * Computes a statistic of each row of joint counts, differentiable in the counted tensors. A TensorFlow.js operation
 * can only save its inputs, so on a device the gradient evaluates the statistic again.
 *
 * @param shape - shape of the rows.
 */
export function computeStatistic(
  tensors: readonly tf.Tensor[],
  shape: readonly number[],
  statistic: JointStatistic,
  counterOf: (tensors: tf.Tensor[]) => JointCounter<unknown>,
): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const counter = counterOf(args as tf.Tensor[]);
    const { arithmetic, rows } = counter;
    const evaluate = (inputs: readonly tf.Tensor[]): Evaluation<unknown>[] =>
      Array.from({ length: rows }, (_, row) => evaluateStatistic(arithmetic, statistic, counter.count(row, inputs)));
    const evaluations = evaluate(counter.inputs);
    const values = evaluations.map(({ value }) => value);
    save([...counter.inputs]);
    return {
      value: tf.reshape(arithmetic.join(values), [...shape, ...statistic.shape]),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const by = arithmetic.toMatrices(upstream, values);
        const current = saved.length === 0 ? evaluations : evaluate(saved);
        return counter.gradients(
          current.map(({ gradients }, row) => gradients(by[row])),
          saved,
        );
      },
    };
  });
  return operation(...tensors);
}
