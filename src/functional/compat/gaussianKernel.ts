import * as tf from '@tensorflow/tfjs-core';

/** Kernel as a function of the distance from a bin center, in bandwidths or radii. */
export interface HostKernel {
  weight(distance: number): number;
  /** Derivative of the weight with respect to the distance. */
  derivative(distance: number): number;
}

/** {@link HostKernel} with operations of the backend. */
export interface DeviceKernel {
  weight(z: tf.Tensor2D): tf.Tensor2D;
  derivative(z: tf.Tensor2D): tf.Tensor2D;
}

const bell = (z: tf.Tensor2D): tf.Tensor2D => tf.exp(tf.mul(tf.square(z), -0.5));

/** Gaussian kernel with maximum 1. */
export const gaussianKernel: { readonly host: HostKernel; readonly device: DeviceKernel } = {
  host: {
    weight: (z) => Math.exp((-z * z) / 2),
    derivative: (z) => -z * Math.exp((-z * z) / 2),
  },
  device: { weight: bell, derivative: (z) => tf.mul(tf.neg(z), bell(z)) },
};
