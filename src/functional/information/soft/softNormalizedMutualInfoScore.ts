import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightOptions, type PairWeightOptions } from './pairWeights.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import { softNormalizedMutualInfoOptions, type SoftNormalizedMutualInfoOptions } from './softMutualInfoOptions.ts';
import { normalizedMutualInfoStatistic } from './mutualInfoStatistic.ts';
import type { ContinuousValues } from './toTensor.ts';

/** Options for {@link softNormalizedMutualInfoScore}. */
export interface SoftNormalizedMutualInfoScoreOptions
  extends Omit<SoftNormalizedMutualInfoOptions, keyof SoftJointOptions>, SoftJointOptions, PairWeightOptions {}

const callOptions = /* @__PURE__ */ defineOptions<SoftNormalizedMutualInfoScoreOptions>(
  'softNormalizedMutualInfoScore',
  () => ({
    ...softNormalizedMutualInfoOptions.checks(),
    ...softJointOptions.checks(),
    ...pairWeightOptions.checks(),
  }),
);

/**
 * Mutual information of continuous preds and target divided by a mean of their entropies, differentiable in both:
 * {@link softMutualInfoScore} on a scale from 0 to 1.
 *
 * NMI = I / mean(H(x), H(y)), with the mutual information I and the entropies H(x) and H(y) of the joint soft histogram
 * of preds x and target y. Two equal inputs score 1 only with the kernel `'box'`, because the other kernels distribute
 * each value over several bins.
 *
 * @param preds - values of any shape, such as `[N]` or `[N, 1]`, scored together; with `perExample`, B examples,
 * `[B, …]`.
 * @param target - paired values of the same shape.
 * @param options - bins, kernel, weights, and whether examples are scored separately.
 * @returns a scalar or `[B]`, from 0 (independent) to 1. If the mean of the entropies is 0: 1 if preds and target are
 * each in a single bin, otherwise 0. NaN with gradient 0 if there are no values or all weights are 0.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU, where reading them would stall the device.
 * @see C. Studholme, D. L. G. Hill and D. J. Hawkes, Pattern Recognition 32 (1999) 71–86.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { softNormalizedMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const x = tf.linspace(0, 1, 101);
 * softNormalizedMutualInfoScore(x, tf.sqrt(x), { bins: 8 }).arraySync(); // 0.4488
 * softNormalizedMutualInfoScore(x, x, { kernel: 'box' }).arraySync(); // 1
 * ```
 */
export function softNormalizedMutualInfoScore<T extends tf.Tensor = tf.Scalar>(
  preds: ContinuousValues,
  target: ContinuousValues,
  options?: SoftNormalizedMutualInfoScoreOptions,
): T {
  const owner = 'softNormalizedMutualInfoScore';
  const { averageMethod, biasCorrection, ...rest } = callOptions(options);
  const axes = softJointAxes(owner, rest);
  const statistic = normalizedMutualInfoStatistic(1, biasCorrection === 'millerMadow', averageMethod);
  return tf.tidy(() => {
    const pairs = pairTensors(owner, preds, target, ['preds', 'target'], rest);
    return computeJoint(pairs, axes, statistic) as T;
  });
}
