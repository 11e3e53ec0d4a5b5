import type * as tf from '@tensorflow/tfjs-core';
import { signedAssignmentMutualInfo } from './assignmentMutualInfoScore.ts';
import { assignmentOptions, type AssignmentMutualInfoOptions } from './assignmentOptions.ts';

/** A function of true and predicted assignments, as `model.compile({ loss })` takes it. */
export type AssignmentMutualInfoLoss = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Scalar;

/**
 * A loss that falls as the mutual information of true and predicted cluster assignments rises: a network
 * with a softmax output learns to tell the classes of `yTrue` apart, whatever it calls them.
 *
 * L = −I(yTrue; yPred), see {@link assignmentMutualInfoScore}. It works in `model.compile({ loss })`, in
 * `optimizer.minimize` and in `tf.grads`, with gradients for both.
 *
 * @param options - the base of the logarithm, and whether the two sides may be swapped.
 * @returns a function of two tensors of probabilities, `[B, K]` and `[B, L]`, that gives a scalar; nats
 * (or the unit of `base`), 0 or below.
 * @throws {@link MetricInputError} when an option is not as described.
 * @see X. Ji, J. F. Henriques and A. Vedaldi, Invariant Information Clustering, ICCV 2019.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { assignmentMutualInfoLoss } from 'tfjs-metrics/information';
 *
 * const loss = assignmentMutualInfoLoss();
 * const yTrue = tf.tensor2d([[1, 0], [1, 0], [0, 1]]);
 * loss(yTrue, tf.tensor2d([[0.2, 0.8], [0.1, 0.9], [0.8, 0.2]])).arraySync(); // -0.2086
 * ```
 */
export function assignmentMutualInfoLoss(options?: AssignmentMutualInfoOptions): AssignmentMutualInfoLoss {
  const owner = 'assignmentMutualInfoLoss';
  const checked = assignmentOptions(options, owner);
  return (yTrue, yPred) => signedAssignmentMutualInfo(owner, -1, [yTrue as tf.Tensor2D, yPred as tf.Tensor2D], checked);
}
