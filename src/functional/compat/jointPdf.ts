import * as tf from '@tensorflow/tfjs-core';
import { matrixProduct } from '../information/soft/matrixProduct.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { EPSILON } from './epsilon.ts';
import { requireAboveZero } from './requireAboveZero.ts';
import { requireRank } from './requireRank.ts';
import { sharesOf } from './sharesOf.ts';

/**
 * Joint bin probabilities from the kernel values of two variables, like Kornia's `joint_pdf`; differentiable in both.
 *
 * Pᵢⱼ = Σₙ Kₙᵢ Lₙⱼ / (Σᵢⱼ Σₙ Kₙᵢ Lₙⱼ + ε), for kernel values K and L from {@link marginalPdf}.
 *
 * @param kernelValues1 - kernel values, `[B, N, bins]`.
 * @param kernelValues2 - kernel values of the same shape.
 * @param epsilon - constant ε in the denominator, 0 or greater. Default: 1e-10.
 * @returns probabilities, `[B, bins, bins]`, with a row for each bin of the first variable.
 * @throws {@link MetricInputError} if a shape is invalid or the shapes differ.
 * @see https://github.com/kornia/kornia (commit b4f5a78), `kornia/enhance/histogram.py`
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { jointPdf, marginalPdf } from 'tfjs-metrics/compat';
 *
 * const [, ofX] = marginalPdf(tf.tensor3d([[[0.1], [0.6]]]), [0, 1], 0.25);
 * const [, ofY] = marginalPdf(tf.tensor3d([[[0.9], [0.8]]]), [0, 1], 0.25);
 * jointPdf(ofX, ofY).arraySync(); // [[[0.0016, 0.812], [0.0015, 0.1849]]]
 * ```
 */
export function jointPdf(
  kernelValues1: tf.Tensor3D,
  kernelValues2: tf.Tensor3D,
  epsilon: number = EPSILON,
): tf.Tensor3D {
  requireAboveZero('epsilon', epsilon, true);
  return tf.tidy(() => {
    const [first, second] = [
      requireRank(kernelValues1, 'kernelValues1', { 3: '[B, N, bins]' }),
      requireRank(kernelValues2, 'kernelValues2', { 3: '[B, N, bins]' }),
    ];
    if (first.shape.some((size, i) => size !== second.shape[i])) {
      throw new MetricInputError(
        `kernelValues1, kernelValues2: expected the same shape, got [${first.shape.join(', ')}] and ` +
          `[${second.shape.join(', ')}]`,
      );
    }
    return sharesOf(products(first, second), 2, epsilon) as tf.Tensor3D;
  });
}

function products(first: tf.Tensor, second: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [a, b, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    save([a, b]);
    return {
      value: matrixProduct(a, b, true),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => [
        matrixProduct(saved[1]!, upstream, false, true),
        matrixProduct(saved[0]!, upstream),
      ],
    };
  });
  return operation(first, second);
}
