import * as tf from '@tensorflow/tfjs-core';
import { EPSILON, gaussianAxis, requireAboveZero, requireRank, type BinCenters } from './korniaArguments.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { sharesStatistic } from './sharesStatistic.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Joint probabilities of bins, as Kornia's `histogram2d`, differentiable in both: {@link jointPdf}
 * without the memory for the weights of each value.
 *
 * Pᵢⱼ = Σₙ Kₙᵢ Lₙⱼ / (Σᵢⱼ Σₙ Kₙᵢ Lₙⱼ + ε). Kornia's own takes an ε and does not use it; this one does.
 * `softHistogram2d` counts each pair as 1, wherever it lies.
 *
 * @param x1 - values, `[B, N]`.
 * @param x2 - values that go with them, of the same shape.
 * @param bins - the centers of the bins on both sides.
 * @param bandwidth - the σ of the kernel, in the unit of the values.
 * @param epsilon - what is added to the sum.
 * @returns probabilities, `[B, bins, bins]`, a row for each bin of x1.
 * @throws {@link MetricInputError} when the shape is another, a setting is none, or a value is NaN or
 * infinite (on WebGL and WebGPU values are not looked at).
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { histogram2d } from 'tfjs-metrics/compat';
 *
 * const [x, y] = [tf.tensor2d([[0.1, 0.6]]), tf.tensor2d([[0.9, 0.8]])];
 * histogram2d(x, y, [0, 1], 0.25).arraySync(); // [[[0.0016, 0.812], [0.0015, 0.1849]]]
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
