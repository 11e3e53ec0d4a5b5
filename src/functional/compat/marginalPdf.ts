import * as tf from '@tensorflow/tfjs-core';
import { emptySpread, type FloatValues } from '../../numeric/binning/histogramAxis.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { isHostBackend } from '../information/soft/isHostBackend.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { EPSILON, gaussianAxis, requireAboveZero, requireRank, type BinCenters } from './korniaArguments.ts';
import { sharesOf } from './sharesOf.ts';
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
 * @param bins - the centers of the bins.
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
  bins: BinCenters,
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

/** The weight of each value in each bin of an axis that goes over all bins: `[...leading, bins]`. */
function kernelValues(values: tf.Tensor, axis: JointAxis, name: string, leading: readonly number[]): tf.Tensor {
  const { bins } = axis.host;
  const shape = [...leading, bins];
  const operation = tf.customGrad((...args) => {
    const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
    if (!isHostBackend()) return onDevice(x, axis, shape, save);
    const data = x.dataSync() as FloatValues;
    requireFinite(name, data, x.shape, undefined);
    const spread = emptySpread(axis.host, data.length, true);
    axis.host.spread(data, 0, data.length, spread);
    return {
      value: tf.tensor(Float32Array.from(spread.weights), shape),
      gradFunc: (upstream: tf.Tensor) => {
        const by = upstream.dataSync();
        const gradient = Float32Array.from(data, (_, n) => {
          let sum = 0;
          for (let k = n * bins; k < (n + 1) * bins; k++) sum += by[k]! * spread.derivatives![k]!;
          return sum;
        });
        return [tf.tensor(gradient, x.shape)];
      },
    };
  });
  return operation(values);
}

function onDevice(
  x: tf.Tensor,
  axis: JointAxis,
  shape: number[],
  save: tf.GradSaveFunc,
): { value: tf.Tensor; gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[] } {
  const column = (of: tf.Tensor): tf.Tensor2D => tf.reshape(of, [-1, 1]);
  save([x]);
  return {
    value: tf.reshape(axis.device(column(x)).weights, shape),
    gradFunc: (upstream, [saved]) => {
      const derivatives = axis.device(column(saved!)).derivatives();
      const by = tf.reshape(upstream, derivatives.shape);
      return [tf.reshape(tf.sum(tf.mul(by, derivatives), 1), saved!.shape)];
    },
  };
}

/** The mean of `[B, N, K]` over N, with a gradient that needs nothing registered. */
function meanOverSamples(weights: tf.Tensor3D): tf.Tensor2D {
  const [batch, n, bins] = weights.shape;
  const operation = tf.customGrad((...args) => {
    const [x] = args as unknown as [tf.Tensor];
    return {
      value: tf.mean(x, 1),
      gradFunc: (upstream: tf.Tensor) => [tf.tile(tf.reshape(tf.div(upstream, n), [batch, 1, bins]), [1, n, 1])],
    };
  });
  return operation(weights) as tf.Tensor2D;
}
