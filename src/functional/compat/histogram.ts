import * as tf from '@tensorflow/tfjs-core';
import { EPSILON, gaussianAxis, requireAboveZero, requireRank, type BinCenters } from './korniaArguments.ts';
import { oneBin } from '../information/soft/oneBin.ts';
import { pairTensors } from '../information/soft/pairedTensors.ts';
import { computeJoint } from '../information/soft/computeJoint.ts';
import { sharesStatistic } from './sharesStatistic.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Probabilities of bins, as Kornia's `histogram`, differentiable in the values: the first result of
 * {@link marginalPdf}, without the memory for its second.
 *
 * pᵢ = meanₙ Kₙᵢ / (Σᵢ meanₙ Kₙᵢ + ε), Kₙᵢ = exp(−(xₙ − cᵢ)² / 2σ²). These are probabilities, not counts
 * or a density, and values between bins that are far apart (in σ) hardly count; `softHistogram`
 * counts each value as 1.
 *
 * @param x - values, `[B, N]`.
 * @param bins - the centers of the bins.
 * @param bandwidth - the σ of the kernel, in the unit of the values.
 * @param epsilon - what is added to the sum.
 * @returns probabilities, `[B, bins]`.
 * @throws {@link MetricInputError} when the shape is another, a setting is none, or a value is NaN or
 * infinite (on WebGL and WebGPU values are not looked at).
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { histogram } from 'tfjs-metrics/compat';
 *
 * histogram(tf.tensor2d([[0.1, 0.5, 0.6]]), [0, 0.5, 1], 0.25).arraySync(); // [[0.2988, 0.59, 0.1112]]
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
