import * as tf from '@tensorflow/tfjs-core';
import type { HistogramRange } from '../../../state/tables/softHistogramOptions.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { countsStatistic } from './jointStatistic.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightOptions, type PairWeightOptions } from './pairWeights.ts';
import { computeJoint } from './computeJoint.ts';
import { softJointAxes, softJointOptions, type SoftJointOptions } from './softJointOptions.ts';
import type { ContinuousValues } from './toTensor.ts';
import type { JointAxis } from './jointAxis.ts';
import { softJointAxis } from './softJointAxis.ts';

/** Options for a soft histogram of one variable. */
export interface SoftHistogramOptions1d extends SoftJointOptions, PairWeightOptions {
  /** Number of bins. Default: 32. */
  readonly bins?: number | undefined;
  /** Range that the bins cover. `'data'` uses the minimum and maximum of the values. Default: [0, 1]. */
  readonly range?: HistogramRange | 'data' | undefined;
}

const softHistogramOptions1d = /* @__PURE__ */ defineOptions<SoftHistogramOptions1d>('softHistogram', () => ({
  ...softJointOptions.checks(),
  ...pairWeightOptions.checks(),
}));

/**
 * Soft histogram of values, differentiable in the values: a kernel distributes each value over the bins around it.
 *
 * The count of bin i is Cᵢ = Σₙ wᵢ(xₙ), with wᵢ(xₙ) the kernel weight of value xₙ in bin i. The weights of each value
 * sum to 1. With the kernel `'box'`, the result is the ordinary histogram.
 *
 * @param x - values of any shape, counted in one histogram; with `perExample`, B examples, `[B, …]`.
 * @param options - bins, kernel, weights, and whether each example gets its own histogram.
 * @returns counts, `[bins]` or `[B, bins]`, which sum to the number of values or to the sum of their weights.
 * @throws {@link MetricInputError} if an option is invalid, or a value is NaN or infinite. Values are not checked on
 * WebGL and WebGPU, where reading them would stall the device.
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { softHistogram } from 'tfjs-metrics/information';
 *
 * softHistogram([0.125, 0.25, 0.9], { bins: 4, kernel: 'linear' }).arraySync();
 * // => [1.5, 0.5, 0, 1]
 * softHistogram([0.125, 0.25, 0.9], { bins: 4, kernel: 'box' }).arraySync();
 * // => [1, 1, 0, 1]
 * ```
 */
export function softHistogram<T extends tf.Tensor = tf.Tensor1D>(
  x: ContinuousValues,
  options?: SoftHistogramOptions1d,
): T {
  const owner = 'softHistogram';
  const given = softHistogramOptions1d(options);
  if (Array.isArray(given.bins) || Array.isArray(given.range?.[0])) {
    throw new MetricInputError(`${owner}: expected the bins and the range of one side, got two`);
  }
  const [axis] = softJointAxes(owner, given);
  return tf.tidy(() => {
    const pairs = pairTensors(owner, x, x, ['x', 'x'], given);
    return computeJoint(pairs, [axis, oneBin()], countsStatistic([axis.host.bins])) as T;
  });
}

/** Returns an axis with one bin that contains all values, for histograms of one variable. */
export function oneBin(): JointAxis {
  const range = [0, 1] as const;
  const { host, device } = softJointAxis({ bins: 1, range, kernel: 'box', bandwidth: 1, edge: 'fold' });
  return { host, device };
}
