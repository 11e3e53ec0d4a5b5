import * as tf from '@tensorflow/tfjs-core';
import type { HistogramAxis } from '../../numeric/binning/histogramAxis.ts';
import { normalize } from '../../numeric/binning/softAxis.ts';
import { gaussianKernel, type DeviceKernel, type HostKernel } from './gaussianKernel.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';

/** Name of a kernel around bin centers. */
export type CenterKernelName = 'gaussian' | 'triangular' | 'uniform' | 'epanechnikov';

/** Options for one side of a histogram with given bin centers. */
interface CenterAxisOptions {
  /** Center of each bin. */
  readonly centers: ArrayLike<number>;
  /** Unit of the distance from a center. */
  readonly bandwidth: number;
  readonly kernel: CenterKernelName;
  /** Divide the weights of a value by their sum. Default: false. */
  readonly normalized?: boolean | undefined;
}

/** Returns a {@link centerAxis} for the host and for devices. */
export function centerJointAxis(options: CenterAxisOptions): JointAxis {
  const { bandwidth, kernel, normalized } = options;
  const { weight, derivative } = deviceKernels[kernel];
  const centers = Float32Array.from(options.centers);
  return {
    host: centerAxis(options),
    device: (values) => {
      const z = tf.div(tf.sub(values, tf.tensor1d(centers)), bandwidth) as tf.Tensor2D;
      const raw = weight(z);
      const rawDerivatives = (): tf.Tensor2D => tf.div(derivative(z), bandwidth);
      if (!normalized) return { weights: raw, derivatives: rawDerivatives };
      const sum = tf.sum(raw, 1, true);
      const weights = tf.div(raw, sum) as tf.Tensor2D;
      const derivatives = (): tf.Tensor2D => {
        const rises = rawDerivatives();
        return tf.div(tf.sub(rises, tf.mul(weights, tf.sum(rises, 1, true))), sum);
      };
      return { weights, derivatives };
    },
  };
}

/**
 * Returns an axis with arbitrary bin centers, where the weight of a value in a bin is a kernel of its distance from
 * the center. Unlike `softAxis`, it visits all bins for each value.
 */
function centerAxis({ centers, bandwidth, kernel, normalized = false }: CenterAxisOptions): HistogramAxis {
  const bins = centers.length;
  const { weight, derivative } = centerKernels[kernel];
  return {
    bins,
    taps: bins,
    spread(values, from, count, { first, weights, derivatives }) {
      for (let k = 0, at = 0; k < count; k++, at += bins) {
        first[k] = 0;
        for (let b = 0; b < bins; b++) {
          const distance = (values[from + k]! - centers[b]!) / bandwidth;
          weights[at + b] = weight(distance);
          if (derivatives) derivatives[at + b] = derivative(distance) / bandwidth;
        }
        if (normalized) normalize(weights, derivatives, at, bins);
      }
    },
  };
}

/** Kernels with maximum 1 at the center. */
const centerKernels: Record<CenterKernelName, HostKernel> = {
  gaussian: gaussianKernel.host,
  triangular: {
    weight: (z) => Math.max(0, 1 - Math.abs(z)),
    derivative: (z) => (Math.abs(z) <= 1 ? -Math.sign(z) : 0),
  },
  uniform: {
    weight: (z) => (Math.abs(z) <= 1 ? 1 : 0),
    derivative: () => 0,
  },
  epanechnikov: {
    weight: (z) => Math.max(0, 1 - z * z),
    derivative: (z) => (Math.abs(z) <= 1 ? -2 * z : 0),
  },
};

const isNear = (z: tf.Tensor2D): tf.Tensor2D => tf.cast(tf.lessEqual(tf.abs(z), 1), 'float32') as tf.Tensor2D;

const deviceKernels: Record<CenterKernelName, DeviceKernel> = {
  gaussian: gaussianKernel.device,
  triangular: {
    weight: (z) => tf.relu(tf.sub(1, tf.abs(z))) as tf.Tensor2D,
    derivative: (z) => tf.neg(tf.mul(tf.sign(z), isNear(z))),
  },
  uniform: { weight: isNear, derivative: (z) => tf.zerosLike(z) },
  epanechnikov: {
    weight: (z) => tf.relu(tf.sub(1, tf.square(z))) as tf.Tensor2D,
    derivative: (z) => tf.mul(tf.mul(z, isNear(z)), -2) as tf.Tensor2D,
  },
};
