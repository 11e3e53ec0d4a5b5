/** The shape in which a value counts around a centre. */
export type CentreKernelName = 'gaussian' | 'triangular' | 'uniform' | 'epanechnikov';

/** A kernel by the distance from the centre, in bandwidths. */
export interface CentreKernel {
  weight(distance: number): number;
  /** The derivative of the weight by the distance. */
  slope(distance: number): number;
}

/** The kernels, each 1 at its centre. */
export const centreKernels: Record<CentreKernelName, CentreKernel> = {
  gaussian: {
    weight: (z) => Math.exp((-z * z) / 2),
    slope: (z) => -z * Math.exp((-z * z) / 2),
  },
  triangular: {
    weight: (z) => Math.max(0, 1 - Math.abs(z)),
    slope: (z) => (Math.abs(z) <= 1 ? -Math.sign(z) : 0),
  },
  uniform: {
    weight: (z) => (Math.abs(z) <= 1 ? 1 : 0),
    slope: () => 0,
  },
  epanechnikov: {
    weight: (z) => Math.max(0, 1 - z * z),
    slope: (z) => (Math.abs(z) <= 1 ? -2 * z : 0),
  },
};
