import * as tf from '@tensorflow/tfjs-core';
import {
  softAxesOf,
  softHistogramOptionChecks,
  type HistogramRange,
  type SoftHistogramOptions,
} from '../../binning/softHistogramOptions.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { optionSchema, readOptions, type OptionSchema } from '../../inputs/options.ts';
import { countsReading } from './countsReading.ts';
import { oneBin } from './oneBin.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightChecks, type PairWeightOptions } from './pairWeights.ts';
import { readJoint } from './readJoint.ts';
import { softJointAxis } from './softJointAxis.ts';
import type { ContinuousValues } from './toTensor.ts';

/** Options of a soft histogram of single values. */
export interface SoftHistogramOptions1d extends SoftHistogramOptions {
  /** How many bins there are: 32 when left out. */
  readonly bins?: number | undefined;
  /** The range that the bins divide: [0, 1] when left out. */
  readonly range?: HistogramRange | undefined;
}

type Options = SoftHistogramOptions1d & PairWeightOptions;

const schema: OptionSchema<Options> = /* @__PURE__ */ optionSchema<Options>(() => ({
  ...softHistogramOptionChecks(),
  ...pairWeightChecks(),
}));

/**
 * Soft histogram of values, differentiable in them: how many lie around each bin.
 *
 * Cᵢ = Σₙ wᵢ(xₙ), with the weights of a value summing to 1, so that each value counts as 1 wherever it
 * lies. With the kernel `'box'` it is the plain histogram.
 *
 * @param x - values, `[N]`, or B rows of them, `[B, N]`.
 * @returns counts, `[bins]` or `[B, bins]`; they sum to N, or to the sum of the weights.
 * @throws {@link MetricInputError} when the shape is another, an option is not as described, or a value
 * is NaN or infinite (on WebGL and WebGPU values are not looked at, as reading them would stall the
 * device).
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { softHistogram } from 'tfjs-metrics/information';
 *
 * softHistogram([0.125, 0.25, 0.9], { bins: 4, kernel: 'linear' }).arraySync(); // [1.5, 0.5, 0, 1]
 * softHistogram([0.125, 0.25, 0.9], { bins: 4, kernel: 'box' }).arraySync(); // [1, 1, 0, 1]
 * ```
 */
export function softHistogram<T extends tf.Tensor = tf.Tensor1D>(
  x: ContinuousValues,
  options?: Options,
): T {
  const owner = 'softHistogram';
  const { sampleWeight, mask, ...rest } = readOptions(owner, schema, options);
  if (Array.isArray(rest.bins) || Array.isArray(rest.range?.[0])) {
    throw new MetricInputError(`${owner}: expected the bins and the range of one side, got two`);
  }
  const [axis] = softAxesOf(owner, rest);
  return tf.tidy(() => {
    const pairs = pairTensors(x, x, ['x', 'x'], { sampleWeight, mask });
    return readJoint(pairs, [softJointAxis(axis), oneBin()], countsReading([axis.bins])) as T; // prettier-ignore
  });
}
