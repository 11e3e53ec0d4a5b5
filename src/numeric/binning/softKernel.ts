/** Kernel that spreads a value over the bins around it. */
export type SoftKernelName = 'box' | 'linear' | 'cubicBSpline' | 'gaussian';

/** Kernel in units of bins: the center of bin b is at b. */
export interface SoftKernel {
  /** Number of bins that the kernel reaches. */
  readonly taps: number;
  /** True if the weights of a value sum to 1. Otherwise the caller divides them by their sum. */
  readonly sumsToOne: boolean;
  /**
   * Writes the weights of the bins around `place`, and their derivatives with respect to it, from index `at` on.
   *
   * @returns first of these bins, which may be negative.
   */
  fill(place: number, weights: Float64Array, derivatives: Float64Array | undefined, at: number): number;
}

const box: SoftKernel = {
  taps: 1,
  sumsToOne: true,
  fill(place, weights, derivatives, at) {
    weights[at] = 1;
    if (derivatives) derivatives[at] = 0;
    return Math.floor(place + 0.5);
  },
};

const linear: SoftKernel = {
  taps: 2,
  sumsToOne: true,
  fill(place, weights, derivatives, at) {
    const first = Math.floor(place);
    const t = place - first;
    weights[at] = 1 - t;
    weights[at + 1] = t;
    if (derivatives) {
      derivatives[at] = -1;
      derivatives[at + 1] = 1;
    }
    return first;
  },
};

const cubicBSpline: SoftKernel = {
  taps: 4,
  sumsToOne: true,
  fill(place, weights, derivatives, at) {
    const below = Math.floor(place);
    const t = place - below;
    const s = 1 - t;
    weights[at] = (s * s * s) / 6;
    weights[at + 1] = 2 / 3 - t * t * (1 - t / 2);
    weights[at + 2] = 2 / 3 - s * s * (1 - s / 2);
    weights[at + 3] = (t * t * t) / 6;
    if (derivatives) {
      derivatives[at] = (-s * s) / 2;
      derivatives[at + 1] = t * (1.5 * t - 2);
      derivatives[at + 2] = s * (2 - 1.5 * s);
      derivatives[at + 3] = (t * t) / 2;
    }
    return below - 1;
  },
};

/** Beyond this distance in σ, a bin weighs less than 2^-53 of the nearest bin. */
const GAUSSIAN_REACH = 8.6;

function gaussian(bandwidth: number): SoftKernel {
  const reach = Math.ceil(GAUSSIAN_REACH * bandwidth + 0.5);
  const precision = 1 / (bandwidth * bandwidth);
  // At distance t from the nearest bin, exp(−(k − t)²/2σ²) is exp(−k²/2σ²) · exp(t/σ²)^k up to a factor that
  // division by the sum removes. This takes one exponential per value instead of one per bin.
  const atCenter = Float64Array.from({ length: reach + 1 }, (_, k) => Math.exp((-precision * k * k) / 2));
  return {
    taps: 2 * reach + 1,
    sumsToOne: false,
    fill(place, weights, derivatives, at) {
      const nearest = Math.round(place);
      const t = place - nearest;
      const middle = at + reach;
      const ratio = Math.exp(t * precision);
      let [up, down] = [1, 1];
      weights[middle] = 1;
      for (let k = 1; k <= reach; k++) {
        up *= ratio;
        down /= ratio;
        weights[middle + k] = atCenter[k]! * up;
        weights[middle - k] = atCenter[k]! * down;
      }
      if (derivatives) {
        for (let k = -reach; k <= reach; k++) {
          derivatives[middle + k] = weights[middle + k]! * (k - t) * precision;
        }
      }
      return nearest - reach;
    },
  };
}

const KERNELS: Record<SoftKernelName, (bandwidth: number) => SoftKernel> = {
  box: () => box,
  linear: () => linear,
  cubicBSpline: () => cubicBSpline,
  gaussian,
};

/** Names of the kernels. */
export const SOFT_KERNELS = /* @__PURE__ */ Object.keys(KERNELS) as readonly SoftKernelName[];

/** Returns the kernel with this name. `bandwidth` is the σ of the Gaussian kernel, in bins. */
export function softKernel(name: SoftKernelName, bandwidth: number): SoftKernel {
  return KERNELS[name](bandwidth);
}
