import type { HistogramAxis } from './histogramAxis.ts';
import { softKernel, type SoftKernel, type SoftKernelName } from './softKernel.ts';

/** What becomes of the weight that a kernel puts beyond the first or last bin. */
export type SoftEdge = 'fold' | 'renormalize';

/** One side of a soft histogram, as plain values. */
export interface SoftAxisOptions {
  /** How many bins of equal width there are. */
  readonly bins: number;
  /** The outer edges of the first and the last bin; values beyond them count as at them. */
  readonly range: readonly [low: number, high: number];
  /** How a value spreads over the bins. */
  readonly kernel: SoftKernelName;
  /** The gaussian kernel's σ, in bins. */
  readonly bandwidth: number;
  /** What becomes of the weight beyond the first or last bin. */
  readonly edge: SoftEdge;
}

/**
 * An axis of equal bins: a value x in [lo, hi] is at u = (x − lo) · bins / (hi − lo) − 1/2, the center
 * of bin b at u = b, and b gets the weight k(u − b). All weights of a value sum to 1.
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

/** Fills weights that stay within the bins, and returns the first bin that they are for. */
function edgePlacer(kernel: SoftKernel, bins: number, taps: number, edge: SoftEdge): Placer {
  const reached = new Float64Array(kernel.taps);
  const rises = new Float64Array(kernel.taps);
  // The box has nothing to share out: at the upper end of the range all of it belongs to the last bin.
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

/** Divides weights by their sum, and takes the derivatives of these quotients. */
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
