import * as tf from '@tensorflow/tfjs-core';
import type { HistogramAxis } from '../../numeric/binning/histogramAxis.ts';
import { gaussianKernel, type DeviceKernel, type HostKernel } from './gaussianKernel.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';

/** Name of a kernel of Kornia's losses, which is 0 beyond a radius. */
export type WindowKernelName = 'xu' | 'rectangular' | 'truncatedGaussian';

/** Options for one side of a histogram with bin centers 0, 1, 2, …. */
interface WindowAxisOptions {
  /** Number of bins. */
  readonly bins: number;
  readonly kernel: WindowKernelName;
  /** Distance from a center beyond which a value does not count, in bins. */
  readonly radius: number;
  /** Factor of all weights. */
  readonly factor: number;
}

/** Returns a {@link windowAxis} for the host and for devices. */
export function windowJointAxis(options: WindowAxisOptions): JointAxis {
  const { bins, kernel, radius, factor } = options;
  const { weight, derivative } = deviceKernels[kernel];
  return {
    host: windowAxis(options),
    device: (values) => {
      const z = tf.div(tf.sub(values, tf.range(0, bins, 1, 'float32')), radius) as tf.Tensor2D;
      const near = tf.cast(tf.lessEqual(tf.abs(z), 1), 'float32');
      const within = (of: tf.Tensor2D, times: number): tf.Tensor2D => tf.mul(tf.mul(of, near), times);
      return {
        weights: within(weight(z), factor),
        derivatives: () => within(derivative(z), factor / radius),
      };
    },
  };
}

/**
 * Returns an axis where a value counts in the bins whose centers are within the radius, weighted by a kernel of the
 * distance.
 */
function windowAxis({ bins, kernel, radius, factor }: WindowAxisOptions): HistogramAxis {
  const taps = Math.min(bins, Math.floor(2 * radius) + 1);
  const { weight, derivative } = windowKernels[kernel];
  return {
    bins,
    taps,
    spread(values, from, count, { first, weights, derivatives }) {
      for (let k = 0, at = 0; k < count; k++) {
        const value = values[from + k]!;
        const start = Math.max(0, Math.min(bins - taps, Math.ceil(value - radius)));
        first[k] = start;
        for (let b = start; b < start + taps; b++, at++) {
          const z = (value - b) / radius;
          const isNear = Math.abs(z) <= 1;
          weights[at] = isNear ? factor * weight(z) : 0;
          if (derivatives) derivatives[at] = isNear ? (factor * derivative(z)) / radius : 0;
        }
      }
    },
  };
}

/** Kernels at distances up to 1, up to a constant factor. */
const windowKernels: Record<WindowKernelName, HostKernel> = {
  xu: {
    weight: (z) => {
      const a = Math.abs(z);
      return a < 0.5 ? 1 - a * (0.1 + 1.8 * a) : (1 - a) * (1.9 - 1.8 * a);
    },
    derivative: (z) => {
      const a = Math.abs(z);
      return Math.sign(z) * (a < 0.5 ? -0.1 - 3.6 * a : 3.6 * a - 3.7);
    },
  },
  rectangular: { weight: () => 1, derivative: () => 0 },
  truncatedGaussian: gaussianKernel.host,
};

/** `windowKernels` with operations of the backend. */
const deviceKernels: Record<WindowKernelName, DeviceKernel> = {
  xu: {
    weight: (z) => {
      const a = tf.abs(z);
      const near = tf.sub(1, tf.mul(a, tf.add(tf.mul(a, 1.8), 0.1)));
      const far = tf.mul(tf.sub(1, a), tf.sub(1.9, tf.mul(a, 1.8)));
      return tf.where(tf.less(a, 0.5), near, far) as tf.Tensor2D;
    },
    derivative: (z) => {
      const a = tf.abs(z);
      const near = tf.sub(-0.1, tf.mul(a, 3.6));
      const far = tf.sub(tf.mul(a, 3.6), 3.7);
      return tf.mul(tf.sign(z), tf.where(tf.less(a, 0.5), near, far));
    },
  },
  rectangular: { weight: (z) => tf.onesLike(z), derivative: (z) => tf.zerosLike(z) },
  truncatedGaussian: gaussianKernel.device,
};
