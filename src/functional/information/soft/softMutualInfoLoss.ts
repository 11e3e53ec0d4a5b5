import * as tf from '@tensorflow/tfjs-core';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { inBase } from '../discrete/informationOptions.ts';
import type { JointStatistic } from './jointStatistic.ts';
import { pairTensors } from './pairedTensors.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import {
  softMutualInfoOptions,
  softNormalizedMutualInfoOptions,
  type SoftMutualInfoOptions,
  type SoftNormalizedMutualInfoOptions,
} from './softMutualInfoOptions.ts';
import { mutualInfoStatistic, normalizedMutualInfoStatistic } from './mutualInfoStatistic.ts';

type Scores = SoftMutualInfoOptions & SoftNormalizedMutualInfoOptions;

/** Options for {@link softMutualInfoLoss}. */
export interface SoftMutualInfoLossOptions extends Omit<Scores, keyof SoftJointOptions>, SoftJointOptions {
  /** Whether to divide the mutual information by a mean of the entropies. Default: false. */
  readonly normalized?: boolean | undefined;
}

const lossOptions = /* @__PURE__ */ defineOptions<SoftMutualInfoLossOptions>('softMutualInfoLoss', () => {
  return {
    ...softMutualInfoOptions.checks(),
    ...softNormalizedMutualInfoOptions.checks(),
    ...softJointOptions.checks(),
    normalized: booleanCheck(),
  };
});

/** Loss function of true and predicted values, for `model.compile({ loss })`. */
export type SoftMutualInfoLoss = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor;

/**
 * Creates a loss that is the negative mutual information of true and predicted values.
 *
 * L = −I(yTrue; yPred), or −I / mean(H(yTrue), H(yPred)) if `normalized`; see {@link softMutualInfoScore} and
 * {@link softNormalizedMutualInfoScore}. The loss works in `model.compile({ loss })`, in `optimizer.minimize` and in
 * `tf.grads`, with gradients for both arguments.
 *
 * @param options - options of the scores, `normalized` and `perExample`.
 * @returns a function of two tensors of the same shape, `[B, …]`, that returns a scalar, or `[B]` with `perExample`,
 * in nats (or the unit of `base`; no unit if `normalized`), at most 0 without bias correction.
 * @throws {@link MetricInputError} if an option is invalid.
 * @see P. Viola and W. M. Wells, International Journal of Computer Vision 24 (1997) 137–154.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { softMutualInfoLoss } from 'tfjs-metrics/information';
 *
 * const loss = softMutualInfoLoss({ bins: 8, normalized: true });
 * const yTrue = tf.tensor2d([[0.1], [0.4], [0.6], [0.9]]);
 * loss(yTrue, tf.sub(1, yTrue)).arraySync(); // -0.5797
 * ```
 */
export function softMutualInfoLoss(options?: SoftMutualInfoLossOptions): SoftMutualInfoLoss {
  const owner = 'softMutualInfoLoss';
  const { normalized, base, averageMethod, biasCorrection, ...rest } = lossOptions(options);
  const axes = softJointAxes(owner, rest);
  const withSquares = biasCorrection === 'millerMadow';
  const statistic: JointStatistic = normalized
    ? normalizedMutualInfoStatistic(-1, withSquares, averageMethod)
    : mutualInfoStatistic(-inBase(1, base), withSquares);
  return (yTrue, yPred) =>
    tf.tidy(() => computeJoint(pairTensors(owner, yTrue, yPred, ['yTrue', 'yPred'], rest), axes, statistic));
}
