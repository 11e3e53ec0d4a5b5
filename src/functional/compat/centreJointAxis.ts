import * as tf from '@tensorflow/tfjs-core';
import { centreAxis, type CentreAxisOptions } from './centreAxis.ts';
import type { CentreKernelName } from './centreKernel.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';

interface DeviceKernel {
  weight(z: tf.Tensor2D): tf.Tensor2D;
  slope(z: tf.Tensor2D): tf.Tensor2D;
}

const isNear = (z: tf.Tensor2D): tf.Tensor2D => tf.cast(tf.lessEqual(tf.abs(z), 1), 'float32') as tf.Tensor2D;
const bell = (z: tf.Tensor2D): tf.Tensor2D => tf.exp(tf.mul(tf.square(z), -0.5));

const deviceKernels: Record<CentreKernelName, DeviceKernel> = {
  gaussian: { weight: bell, slope: (z) => tf.mul(tf.neg(z), bell(z)) },
  triangular: {
    weight: (z) => tf.relu(tf.sub(1, tf.abs(z))) as tf.Tensor2D,
    slope: (z) => tf.neg(tf.mul(tf.sign(z), isNear(z))),
  },
  uniform: { weight: isNear, slope: (z) => tf.zerosLike(z) },
  epanechnikov: {
    weight: (z) => tf.relu(tf.sub(1, tf.square(z))) as tf.Tensor2D,
    slope: (z) => tf.mul(tf.mul(z, isNear(z)), -2) as tf.Tensor2D,
  },
};

/** A {@link centreAxis} in both its forms. */
export function centreJointAxis(options: CentreAxisOptions): JointAxis {
  const { bandwidth, kernel, normalised } = options;
  const { weight, slope } = deviceKernels[kernel];
  const centres = Float32Array.from(options.centres);
  return {
    host: centreAxis(options),
    device: (values) => {
      const z = tf.div(tf.sub(values, tf.tensor1d(centres)), bandwidth) as tf.Tensor2D;
      const raw = weight(z);
      const rawSlopes = (): tf.Tensor2D => tf.div(slope(z), bandwidth);
      if (!normalised) return { weights: raw, slopes: rawSlopes };
      const sum = tf.sum(raw, 1, true);
      const weights = tf.div(raw, sum) as tf.Tensor2D;
      const slopes = (): tf.Tensor2D => {
        const rises = rawSlopes();
        return tf.div(tf.sub(rises, tf.mul(weights, tf.sum(rises, 1, true))), sum);
      };
      return { weights, slopes };
    },
  };
}
