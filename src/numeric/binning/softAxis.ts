import type { HistogramAxis } from './histogramAxis.ts';
import { softKernel, type SoftKernel, type SoftKernelName } from './softKernel.ts';

/** Treatment of kernel weight beyond the first or last bin. */
export type SoftEdge = 'fold' | 'renormalize';

/** Options for one side of a soft histogram, with all defaults filled in. */
export interface SoftAxisOptions {
  /** Number of bins of equal width. */
  readonly bins: number;
  /** Outer edges of the first and last bin. Values are clamped to them. */
  readonly range: readonly [low: number, high: number];
  /** Kernel that spreads a value over the bins. */
  readonly kernel: SoftKernelName;
  /** σ of the Gaussian kernel, in bins. */
  readonly bandwidth: number;
  /** Treatment of weight beyond the first or last bin. */
  readonly edge: SoftEdge;
}

/**
 * Returns an axis of bins of equal width. A value x in [lo, hi] has the position u = (x − lo) · bins / (hi − lo) −
 * 1/2, the center of bin b is at u = b, and bin b gets the weight k(u − b). The weights of a value sum to 1.
 */
export function softAxis({ bins, range, kernel: name, bandwidth, edge }: SoftAxisOptions): HistogramAxis {
  const kernel = softKernel(name, bandwidth);
  const taps = Math.min(kernel.taps, bins);
  const [low, high] = range;
  const width = high - low;
  const perUnit = bins / width;
  const place = edgePlacer(kernel, bins, taps, edge);
  return {
    bins,
    taps,
    spread(values, from, count, { first, weights, derivatives }) {
      for (let k = 0, at = 0; k < count; k++, at += taps) {
        const value = values[from + k]!;
        const isInside = value >= low && value <= high;
        const clamped = isInside ? value : value > high ? high : low;
        const u = ((clamped - low) * bins) / width - 0.5;
        first[k] = place(u, weights, derivatives, at);
        if (derivatives === undefined) continue;
        const factor = isInside ? perUnit : 0;
        for (let t = at; t < at + taps; t++) derivatives[t]! *= factor;
      }
    },
  };
}

type Placer = SoftKernel['fill'];

/** Returns a function that fills the weights within the bins and returns the first of these bins. */
function edgePlacer(kernel: SoftKernel, bins: number, taps: number, edge: SoftEdge): Placer {
  const reached = new Float64Array(kernel.taps);
  const rises = new Float64Array(kernel.taps);
  // The box kernel has one weight, which belongs to the last bin at the upper end of the range.
  const folds = kernel.taps === 1 || (edge === 'fold' && kernel.sumsToOne);
  const last = bins - taps;

  const atEdge: Placer = (u, weights, derivatives, at) => {
    const unclamped = kernel.fill(u, reached, derivatives && rises, 0);
    const start = Math.max(0, Math.min(last, unclamped));
    weights.fill(0, at, at + taps);
    derivatives?.fill(0, at, at + taps);
    for (let t = 0; t < kernel.taps; t++) {
      const bin = unclamped + t;
      const within = Math.max(0, Math.min(bins - 1, bin));
      if (bin !== within && !folds) continue;
      weights[at + within - start]! += reached[t]!;
      if (derivatives) derivatives[at + within - start]! += rises[t]!;
    }
    if (!folds) normalize(weights, derivatives, at, taps);
    return start;
  };
  if (kernel.taps > bins) return atEdge;

  return (u, weights, derivatives, at) => {
    const start = kernel.fill(u, weights, derivatives, at);
    if (start < 0 || start > last) return atEdge(u, weights, derivatives, at);
    if (!kernel.sumsToOne) normalize(weights, derivatives, at, taps);
    return start;
  };
}

/** Divides weights by their sum in place, and replaces the derivatives by those of the quotients. */
export function normalize(
  weights: Float64Array,
  derivatives: Float64Array | undefined,
  at: number,
  taps: number,
): void {
  let sum = 0;
  let rise = 0;
  for (let t = at; t < at + taps; t++) sum += weights[t]!;
  for (let t = at; t < at + taps; t++) weights[t]! /= sum;
  if (derivatives === undefined) return;
  for (let t = at; t < at + taps; t++) rise += derivatives[t]!;
  for (let t = at; t < at + taps; t++) derivatives[t] = (derivatives[t]! - weights[t]! * rise) / sum;
}
