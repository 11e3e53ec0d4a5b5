import type * as tf from '@tensorflow/tfjs-core';
import { signedAssignmentMutualInfo } from './assignmentMutualInfoScore.ts';
import { assignmentOptions, type AssignmentMutualInfoOptions } from './assignmentOptions.ts';

/** Loss function of true and predicted assignments, for `model.compile({ loss })`. */
export type AssignmentMutualInfoLoss = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Scalar;

/**
 * Creates a loss that is the negative mutual information of true and predicted cluster assignments. A network with a
 * softmax output learns to assign each class of `yTrue` to an output of its own; the order of the outputs is arbitrary.
 *
 * L = −I(yTrue; yPred), see {@link assignmentMutualInfoScore}. The loss works in `model.compile({ loss })`, in
 * `optimizer.minimize` and in `tf.grads`, with gradients for both arguments.
 *
 * @param options - base of the logarithm, and whether to symmetrize the joint probabilities.
 * @returns a function of two tensors of probabilities, `[B, K]` and `[B, L]`, that returns a scalar in nats (or the
 * unit of `base`), at most 0.
 * @throws {@link MetricInputError} if an option is invalid.
 * @see X. Ji, J. F. Henriques and A. Vedaldi, Invariant Information Clustering, ICCV 2019.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { assignmentMutualInfoLoss } from 'tfjs-metrics/information';
 *
 * const loss = assignmentMutualInfoLoss();
 * const yTrue = tf.tensor2d([
 *   [1, 0],
 *   [1, 0],
 *   [0, 1],
 * ]);
 * loss(
 *   yTrue,
 *   tf.tensor2d([
 *     [0.2, 0.8],
 *     [0.1, 0.9],
 *     [0.8, 0.2],
 *   ]),
 * ).arraySync(); // -0.2086
 * ```
 */
export function assignmentMutualInfoLoss(options?: AssignmentMutualInfoOptions): AssignmentMutualInfoLoss {
  const owner = 'assignmentMutualInfoLoss';
  const checked = assignmentOptions(options, owner);
  return (yTrue, yPred) => signedAssignmentMutualInfo(owner, -1, [yTrue as tf.Tensor2D, yPred as tf.Tensor2D], checked);
}
