import * as tf from '@tensorflow/tfjs-core';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { countsStatistic } from './jointStatistic.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightOptions, type PairWeightOptions } from './pairWeights.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import type { ContinuousValues } from './toTensor.ts';

/** Options for {@link softHistogram2d}. */
export interface SoftHistogram2dOptions extends SoftJointOptions, PairWeightOptions {}

const softHistogram2dOptions = /* @__PURE__ */ defineOptions<SoftHistogram2dOptions>('softHistogram2d', () => ({
  ...softJointOptions.checks(),
  ...pairWeightOptions.checks(),
}));

/**
 * Joint soft histogram of the pairs of two variables, differentiable in both: a kernel distributes each value over the
 * bins around it.
 *
 * The count of bin i of x and bin j of y is Cᵢⱼ = Σₙ wᵢ(xₙ) wⱼ(yₙ), with wᵢ(xₙ) the kernel weight of value xₙ in bin i.
 * The weights of each value sum to 1. With the kernel `'box'`, the result is the ordinary joint histogram.
 *
 * @param x - values of any shape, counted in one histogram; with `perExample`, B examples, `[B, …]`.
 * @param y - paired values of the same shape.
 * @param options - bins, kernel, weights, and whether each example gets its own histogram.
 * @returns counts, `[bins, bins]` or `[B, bins, bins]`, with a row for each bin of x. They sum to the number of pairs
 * or to the sum of their weights.
 * @throws {@link MetricInputError} if shapes differ, an option is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU, where reading them would stall the device.
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { softHistogram2d } from 'tfjs-metrics/information';
 *
 * softHistogram2d([0.25, 0.5], [0.75, 0.75], {
 *   bins: 2,
 *   kernel: 'linear',
 * }).arraySync(); // [[0, 1.5], [0, 0.5]]
 * ```
 */
export function softHistogram2d<T extends tf.Tensor = tf.Tensor2D>(
  x: ContinuousValues,
  y: ContinuousValues,
  options?: SoftHistogram2dOptions,
): T {
  const owner = 'softHistogram2d';
  const given = softHistogram2dOptions(options);
  const axes = softJointAxes(owner, given);
  return tf.tidy(() => {
    const pairs = pairTensors(owner, x, y, ['x', 'y'], given);
    return computeJoint(pairs, axes, countsStatistic(axes.map(({ host }) => host.bins))) as T;
  });
}
