import * as tf from '@tensorflow/tfjs-core';
import {
  softAxesOf,
  softHistogramOptionChecks,
  type SoftHistogramOptions,
} from '../../binning/softHistogramOptions.ts';
import { optionSchema, readOptions, type OptionSchema } from '../../inputs/options.ts';
import { countsReading } from './countsReading.ts';
import { pairTensors } from './pairedTensors.ts';
import { pairWeightChecks, type PairWeightOptions } from './pairWeights.ts';
import { readJoint } from './readJoint.ts';
import { softJointAxis } from './softJointAxis.ts';
import type { ContinuousValues } from './toTensor.ts';

type Options = SoftHistogramOptions & PairWeightOptions;

const schema: OptionSchema<Options> = /* @__PURE__ */ optionSchema<Options>(() => ({
  ...softHistogramOptionChecks(),
  ...pairWeightChecks(),
}));

/**
 * Joint soft histogram of pairs of values, differentiable in both: how many pairs lie around each pair
 * of bins.
 *
 * Cᵢⱼ = Σₙ wᵢ(xₙ) wⱼ(yₙ), with the weights of a value summing to 1, so that each pair counts as 1
 * wherever it lies. With the kernel `'box'` it is the plain histogram.
 *
 * @param x - values, `[N]`, or B rows of them, `[B, N]`.
 * @param y - values that go with them, of the same shape.
 * @returns counts, `[bins, bins]` or `[B, bins, bins]`, a row for each bin of x; they sum to N, or to
 * the sum of the weights.
 * @throws {@link MetricInputError} when shapes differ, an option is not as described, or a value is NaN
 * or infinite (on WebGL and WebGPU values are not looked at, as reading them would stall the device).
 * @see P. Thévenaz and M. Unser, IEEE Transactions on Image Processing 9 (2000) 2083–2099.
 *
 * @example
 * ```ts
 * import { softHistogram2d } from 'tfjs-metrics/information';
 *
 * softHistogram2d([0.25, 0.5], [0.75, 0.75], { bins: 2, kernel: 'linear' }).arraySync(); // [[0, 1.5], [0, 0.5]]
 * ```
 */
export function softHistogram2d<T extends tf.Tensor = tf.Tensor2D>(
  x: ContinuousValues,
  y: ContinuousValues,
  options?: Options,
): T {
  const owner = 'softHistogram2d';
  const { sampleWeight, mask, ...rest } = readOptions(owner, schema, options);
  const [ofX, ofY] = softAxesOf(owner, rest);
  return tf.tidy(() => {
    const pairs = pairTensors(x, y, ['x', 'y'], { sampleWeight, mask });
    return readJoint(
      pairs,
      [softJointAxis(ofX), softJointAxis(ofY)],
      countsReading([ofX.bins, ofY.bins]),
    ) as T;
  });
}
