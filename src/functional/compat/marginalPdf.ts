import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { kernelValues } from './kernelValues.ts';
import { EPSILON, gaussianAxis, requireAboveZero, requireRank, type BinCentres } from './korniaArguments.ts';
import { sharesOf } from './sharesOf.ts';
import { meanOverSamples } from './meanOverSamples.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Probabilities of bins and the weights that they come from, as Kornia's `marginal_pdf`, differentiable
 * in the values.
 *
 * Kₙᵢ = exp(−(xₙ − cᵢ)² / 2σ²), pᵢ = meanₙ Kₙᵢ / (Σᵢ meanₙ Kₙᵢ + ε). The weights of a value do not sum
 * to 1: a value between bins that are far apart (in σ) hardly counts. `softHistogram` has no such
 * fault, and needs no memory for the weights.
 *
 * @param values - `[B, N, 1]`.
 * @param bins - the centres of the bins.
 * @param sigma - the σ of the kernel, in the unit of the values.
 * @param epsilon - what is added to the sum.
 * @returns the probabilities `[B, bins]` and the weights `[B, N, bins]`.
 * @throws {@link MetricInputError} when the shape is another, a setting is none, or a value is NaN or
 * infinite (on WebGL and WebGPU values are not looked at).
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { marginalPdf } from 'tfjs-metrics/compat';
 *
 * const [pdf, weights] = marginalPdf(tf.tensor3d([[[0.1], [0.5], [0.6]]]), [0, 0.5, 1], 0.25);
 * pdf.arraySync(); // [[0.2988, 0.59, 0.1112]]
 * weights.shape; // [1, 3, 3]
 * ```
 */
export function marginalPdf(
  values: tf.Tensor3D | ContinuousValues,
  bins: BinCentres,
  sigma: number,
  epsilon: number = EPSILON,
): [pdf: tf.Tensor2D, kernelValues: tf.Tensor3D] {
  const axis = gaussianAxis(bins, sigma, 'sigma');
  requireAboveZero('epsilon', epsilon, true);
  return tf.tidy(() => {
    const x = requireRank(values, 'values', { 3: '[B, N, 1]' });
    const [batch, n, width] = x.shape as [number, number, number];
    if (width !== 1) {
      throw new MetricInputError(`values: expected the shape [B, N, 1], got [${x.shape.join(', ')}]`);
    }
    const weights = kernelValues(x, axis, 'values', [batch, n]) as tf.Tensor3D;
    return [sharesOf(meanOverSamples(weights), 1, epsilon) as tf.Tensor2D, weights];
  });
}
