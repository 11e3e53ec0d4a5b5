import * as tf from '@tensorflow/tfjs-core';
import { emptySpread, type FloatValues } from '../../numeric/binning/histogramAxis.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { isHostBackend } from '../information/soft/isHostBackend.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { EPSILON } from './epsilon.ts';
import { gaussianAxis, type BinCenters } from './gaussianAxis.ts';
import { requireAboveZero } from './requireAboveZero.ts';
import { requireRank } from './requireRank.ts';
import { sharesOf } from './sharesOf.ts';
import type { ContinuousValues } from '../information/soft/toTensor.ts';

/**
 * Bin probabilities and kernel values like Kornia's `marginal_pdf`, differentiable in the values.
 *
 * Kₙᵢ = exp(−(xₙ − cᵢ)² / (2σ²)) for value xₙ and bin center cᵢ, and pᵢ = meanₙ Kₙᵢ / (Σⱼ meanₙ Kₙⱼ + ε). The kernel
 * values of one value xₙ do not sum to 1. If the spacing of the bin centers is many times σ, a value halfway between
 * two centers has almost no weight. `softHistogram` normalizes the weights of each value to a sum of 1, and does not
 * store them.
 *
 * @param values - values, `[B, N, 1]`.
 * @param bins - bin centers, at least one, in any order.
 * @param sigma - standard deviation σ of the Gaussian kernel, in the unit of the values; greater than 0.
 * @param epsilon - constant ε in the denominator, 0 or greater. Default: 1e-10.
 * @returns the probabilities `[B, bins]` and the kernel values `[B, N, bins]`.
 * @throws {@link MetricInputError} if the shape or an argument is invalid, or a value is NaN or infinite. Values are
 * not checked on WebGL and WebGPU.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { marginalPdf } from 'tfjs-metrics/compat';
 *
 * const [pdf, weights] = marginalPdf(
 *   tf.tensor3d([[[0.1], [0.5], [0.6]]]),
 *   [0, 0.5, 1],
 *   0.25,
 * );
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
      throw new MetricInputError(`values: expected shape [B, N, 1], got shape [${x.shape.join(', ')}]`);
    }
    const weights = kernelValues(x, axis, 'values', [batch, n]) as tf.Tensor3D;
    return [sharesOf(meanOverSamples(weights), 1, epsilon) as tf.Tensor2D, weights];
  });
}

/** Returns the weight of each value in each bin, `[...leading, bins]`, for an axis that visits all bins. */
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

/** Returns the mean of `[B, N, K]` over N, with a custom gradient that works without registered gradients. */
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
