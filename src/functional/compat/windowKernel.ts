/** Kernels of Kornia's losses, which are 0 beyond a radius. */
export type WindowKernelName = 'xu' | 'rectangular' | 'truncatedGaussian';

/** A kernel by the distance from the centre, in radii; 0 beyond 1. */
export interface WindowKernel {
  weight(distance: number): number;
  /** The derivative of the weight by the distance. */
  slope(distance: number): number;
}

/** The kernels at a distance of at most 1, up to a factor that all bins share. */
export const windowKernels: Record<WindowKernelName, WindowKernel> = {
  xu: {
    weight: (z) => {
      const a = Math.abs(z);
      return a < 0.5 ? 1 - a * (0.1 + 1.8 * a) : (1 - a) * (1.9 - 1.8 * a);
    },
    slope: (z) => {
      const a = Math.abs(z);
      return Math.sign(z) * (a < 0.5 ? -0.1 - 3.6 * a : 3.6 * a - 3.7);
    },
  },
  rectangular: { weight: () => 1, slope: () => 0 },
  truncatedGaussian: {
    weight: (z) => Math.exp((-z * z) / 2),
    slope: (z) => -z * Math.exp((-z * z) / 2),
  },
};
