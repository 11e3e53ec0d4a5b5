import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../../../inputs/defineOptions.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightOptions, type PairWeightOptions } from './pairWeights.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import { softMutualInfoOptions, type SoftMutualInfoOptions } from './softMutualInfoOptions.ts';
import { mutualInfoStatistic } from './mutualInfoStatistic.ts';
import type { ContinuousValues } from './toTensor.ts';

type Options = Omit<SoftMutualInfoOptions, keyof SoftJointOptions> & SoftJointOptions & PairWeightOptions;

const callOptions = /* @__PURE__ */ defineOptions<Options>('softMutualInfoScore', () => ({
  ...softMutualInfoOptions.checks(),
  ...softJointOptions.checks(),
  ...pairWeightOptions.checks(),
}));

/**
 * Mutual information of continuous values, differentiable in both: the degree of dependence, linear or
 * not, as a metric or as part of a loss.
 *
 * I = Σᵢⱼ Pᵢⱼ ln(Pᵢⱼ / (Pᵢ Pⱼ)), with P the joint soft histogram over its sum: a value spreads over the
 * bins around it by a kernel, with weights that sum to 1. It tends to the mutual information of the
 * values blurred by that kernel, from above as the samples grow in number (see `biasCorrection`).
 *
 * The gradient is dI/dxₙ = (1/N) Σᵢⱼ wᵢ'(xₙ) wⱼ(yₙ) ln(Pᵢⱼ / (Pᵢ Pⱼ)), by an operation of its own that
 * needs tfjs-core alone. It has no gradient itself (no second derivatives).
 *
 * @param preds - values of any shape, `[N]` or `[N, 1]` say, all taken together; with `perExample` B rows, `[B, …]`.
 * @param target - values that belong to them, of the same shape.
 * @param options - bins, kernel, weights, and whether examples are scored apart.
 * @returns nats (or the unit of `base`), a scalar or `[B]`; 0 for independent values and for constant
 * ones, at most the logarithm of the number of bins. NaN, with a gradient of 0, without values or where
 * all weights are 0.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are not
 * checked on WebGL and WebGPU, where reading them would stall the device.
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
 * const [derivative] = tf.grads((a, b) => softMutualInfoScore(a, b, { bins: 8 }))([x, curve]);
 * derivative!.shape; // [101]
 * ```
 */
export function softMutualInfoScore<T extends tf.Tensor = tf.Scalar>(
  preds: ContinuousValues,
  target: ContinuousValues,
  options?: Options,
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
