import * as tf from '@tensorflow/tfjs-core';
import { EPSILON } from './epsilon.ts';
import { gaussianAxis, type BinCenters } from './gaussianAxis.ts';
import { requireAboveZero } from './requireAboveZero.ts';
import { requireRank } from './requireRank.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { sharesStatistic } from './sharesStatistic.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Joint bin probabilities like Kornia's `histogram2d`, differentiable in both inputs. Equals {@link jointPdf} but uses
 * less memory, because it does not store the kernel values.
 *
 * Pᵢⱼ = Σₙ Kₙᵢ Lₙⱼ / (Σᵢⱼ Σₙ Kₙᵢ Lₙⱼ + ε), with Kₙᵢ and Lₙⱼ the Gaussian kernel values of x1 in bin i and of x2 in bin
 * j, as in {@link marginalPdf}. Kornia's function has an argument for ε but ignores it; this function uses it.
 * `softHistogram2d` normalizes the weights of each pair to a sum of 1; this function does not.
 *
 * @param x1 - values, `[B, N]`.
 * @param x2 - paired values of the same shape.
 * @param bins - bin centers for both inputs, at least one, in any order.
 * @param bandwidth - standard deviation σ of the Gaussian kernel, in the unit of the values; greater than 0.
 * @param epsilon - constant ε in the denominator, 0 or greater. Default: 1e-10.
 * @returns probabilities, `[B, bins, bins]`, with a row for each bin of x1.
 * @throws {@link MetricInputError} if the shape or an argument is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { histogram2d } from 'tfjs-metrics/compat';
 *
 * const [x, y] = [tf.tensor2d([[0.1, 0.6]]), tf.tensor2d([[0.9, 0.8]])];
 * histogram2d(x, y, [0, 1], 0.25).arraySync();
 * // => [[[0.0016, 0.812], [0.0015, 0.1849]]]
 * ```
 */
export function histogram2d(
  x1: ContinuousValues,
  x2: ContinuousValues,
  bins: BinCenters,
  bandwidth: number,
  epsilon: number = EPSILON,
): tf.Tensor3D {
  const axis = gaussianAxis(bins, bandwidth, 'bandwidth');
  requireAboveZero('epsilon', epsilon, true);
  return tf.tidy(() => {
    const first = requireRank(x1, 'x1', { 2: '[B, N]' });
    const pairs = pairTensors('histogram2d', first, x2, ['x1', 'x2'], { perExample: true });
    const shape = [bins.length, bins.length];
    return computeJoint(pairs, [axis, axis], sharesStatistic(shape, epsilon, false)) as tf.Tensor3D;
  });
}
