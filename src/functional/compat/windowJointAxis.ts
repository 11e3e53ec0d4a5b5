import * as tf from '@tensorflow/tfjs-core';
import { windowAxis, type WindowAxisOptions } from './windowAxis.ts';
import type { WindowKernelName } from './windowKernel.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';

interface DeviceKernel {
  weight(z: tf.Tensor2D): tf.Tensor2D;
  slope(z: tf.Tensor2D): tf.Tensor2D;
}

const bell = (z: tf.Tensor2D): tf.Tensor2D => tf.exp(tf.mul(tf.square(z), -0.5));

/** The same as `windowKernels` by operations of the backend. */
const deviceKernels: Record<WindowKernelName, DeviceKernel> = {
  xu: {
    weight: (z) => {
      const a = tf.abs(z);
      const near = tf.sub(1, tf.mul(a, tf.add(tf.mul(a, 1.8), 0.1)));
      const far = tf.mul(tf.sub(1, a), tf.sub(1.9, tf.mul(a, 1.8)));
      return tf.where(tf.less(a, 0.5), near, far) as tf.Tensor2D;
    },
    slope: (z) => {
      const a = tf.abs(z);
      const near = tf.sub(-0.1, tf.mul(a, 3.6));
      const far = tf.sub(tf.mul(a, 3.6), 3.7);
      return tf.mul(tf.sign(z), tf.where(tf.less(a, 0.5), near, far));
    },
  },
  rectangular: { weight: (z) => tf.onesLike(z), slope: (z) => tf.zerosLike(z) },
  truncatedGaussian: { weight: bell, slope: (z) => tf.mul(tf.neg(z), bell(z)) },
};

/** A {@link windowAxis} in both its forms. */
export function windowJointAxis(options: WindowAxisOptions): JointAxis {
  const { bins, kernel, radius, factor } = options;
  const { weight, slope } = deviceKernels[kernel];
  return {
    host: windowAxis(options),
    device: (values) => {
      const z = tf.div(tf.sub(values, tf.range(0, bins, 1, 'float32')), radius) as tf.Tensor2D;
      const near = tf.cast(tf.lessEqual(tf.abs(z), 1), 'float32');
      const within = (of: tf.Tensor2D, times: number): tf.Tensor2D => tf.mul(tf.mul(of, near), times);
      return {
        weights: within(weight(z), factor),
        slopes: () => within(slope(z), factor / radius),
      };
    },
  };
}
