import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from './epsilon.ts';
import { gaussianAxis, type BinCenters } from './gaussianAxis.ts';
import { requireAboveZero } from './requireAboveZero.ts';
import { requireRank } from './requireRank.ts';
import { oneBin } from '../information/soft/softHistogram.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { sharesStatistic } from './sharesStatistic.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Bin probabilities like Kornia's `histogram`, differentiable in the values. Equals the first result of
 * {@link marginalPdf} but uses less memory, because it does not store the kernel values.
 *
 * pᵢ = meanₙ Kₙᵢ / (Σⱼ meanₙ Kₙⱼ + ε), with Kₙᵢ = exp(−(xₙ − cᵢ)² / (2σ²)) for value xₙ and bin center cᵢ. The result
 * contains probabilities, not counts or densities. If the spacing of the bin centers is many times σ, a value halfway
 * between two centers has almost no weight. `softHistogram` normalizes the weights of each value to a sum of 1; this
 * function does not.
 *
 * @param x - values, `[B, N]`.
 * @param bins - bin centers, at least one, in any order.
 * @param bandwidth - standard deviation σ of the Gaussian kernel, in the unit of the values; greater than 0.
 * @param epsilon - constant ε in the denominator, 0 or greater. Default: 1e-10.
 * @returns probabilities, `[B, bins]`.
 * @throws {@link MetricInputError} if the shape or an argument is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { histogram } from 'tfjs-metrics/compat';
 *
 * histogram(tf.tensor2d([[0.1, 0.5, 0.6]]), [0, 0.5, 1], 0.25).arraySync();
 * // => [[0.2988, 0.59, 0.1112]]
 * ```
 */
export function histogram(
  x: ContinuousValues,
  bins: BinCenters,
  bandwidth: number,
  epsilon: number = EPSILON,
): tf.Tensor2D {
  const axis = gaussianAxis(bins, bandwidth, 'bandwidth');
  requireAboveZero('epsilon', epsilon, true);
  return tf.tidy(() => {
    const values = requireRank(x, 'x', { 2: '[B, N]' });
    const pairs = pairTensors('histogram', values, values, ['x', 'x'], { perExample: true });
    return computeJoint(pairs, [axis, oneBin()], sharesStatistic([bins.length], epsilon, true)) as tf.Tensor2D;
  });
}
