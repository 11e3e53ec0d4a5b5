import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightOptions, type PairWeightOptions } from './pairWeights.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import { softMutualInfoOptions, type SoftMutualInfoOptions } from './softMutualInfoOptions.ts';
import { mutualInfoStatistic } from './mutualInfoStatistic.ts';
import type { ContinuousValues } from './toTensor.ts';

/** Options for {@link softMutualInfoScore}. */
export interface SoftMutualInfoScoreOptions
  extends Omit<SoftMutualInfoOptions, keyof SoftJointOptions>, SoftJointOptions, PairWeightOptions {}

const callOptions = /* @__PURE__ */ defineOptions<SoftMutualInfoScoreOptions>('softMutualInfoScore', () => ({
  ...softMutualInfoOptions.checks(),
  ...softJointOptions.checks(),
  ...pairWeightOptions.checks(),
}));

/**
 * Mutual information of continuous preds and target, differentiable in both: a measure of linear and nonlinear
 * dependence, for metrics and losses.
 *
 * I = Σᵢⱼ Pᵢⱼ ln(Pᵢⱼ / (Pᵢ Qⱼ)), where P is the joint soft histogram divided by its sum, with row sums Pᵢ and column
 * sums Qⱼ. A kernel distributes each value over the bins around it, with weights that sum to 1. The bins divide `range`,
 * by default 0 to 1; values outside it are clipped to it. With more samples, the estimate decreases towards the mutual
 * information of the values smoothed by this kernel; the option `biasCorrection` reduces this bias.
 *
 * The gradient is dI/dxₙ = (1/N) Σᵢⱼ wᵢ′(xₙ) wⱼ(yₙ) ln(Pᵢⱼ / (Pᵢ Qⱼ)), with xₙ and yₙ the N pairs of values, wᵢ(xₙ) the
 * weight of xₙ in bin i, and wᵢ′ its derivative. The gradient is computed by a custom operation that needs only
 * tfjs-core. There are no second derivatives.
 *
 * @param preds - values of any shape, such as `[N]` or `[N, 1]`, scored together; with `perExample`, B examples,
 * `[B, …]`.
 * @param target - paired values of the same shape.
 * @param options - bins, kernel, weights, and whether examples are scored separately.
 * @returns a scalar or `[B]` in nats (or the unit of `base`): 0 if preds or target is constant, at most the
 * logarithm of the smaller number of bins; with `biasCorrection`, it can be slightly below 0. NaN with gradient 0 if there are no values or all weights are 0.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU, where reading them would stall the device.
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { softMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const x = tf.linspace(0, 1, 101);
 * const curve = tf.square(tf.sub(tf.mul(x, 2), 1));
 * softMutualInfoScore(x, curve, { bins: 8 }).arraySync(); // 0.615
 *
 * const [derivative] = tf.grads((a, b) => softMutualInfoScore(a, b, { bins: 8 }))(
 *   [x, curve],
 * );
 * derivative!.shape; // [101]
 * ```
 */
export function softMutualInfoScore<T extends tf.Tensor = tf.Scalar>(
  preds: ContinuousValues,
  target: ContinuousValues,
  options?: SoftMutualInfoScoreOptions,
): T {
  const owner = 'softMutualInfoScore';
  const { base, biasCorrection, ...rest } = callOptions(options);
  const axes = softJointAxes(owner, rest);
  const statistic = mutualInfoStatistic(inBase(1, base), biasCorrection === 'millerMadow');
  return tf.tidy(() => {
    const pairs = pairTensors(owner, preds, target, ['preds', 'target'], rest);
    return computeJoint(pairs, axes, statistic) as T;
  });
}
