import type { HistogramAxis } from '../../numeric/binning/histogramAxis.ts';
import { windowKernels, type WindowKernelName } from './windowKernel.ts';

/** A side of a histogram with bins around 0, 1, 2, …, as plain values. */
export interface WindowAxisOptions {
  /** Number of bins. */
  readonly bins: number;
  readonly kernel: WindowKernelName;
  /** Distance from a centre beyond which a value does not count, in bins. */
  readonly radius: number;
  /** Factor of all weights. */
  readonly factor: number;
}

/** An axis on which a value counts in the bins whose centres are within the radius, by a kernel of the distance. */
export function windowAxis({ bins, kernel, radius, factor }: WindowAxisOptions): HistogramAxis {
  const taps = Math.min(bins, Math.floor(2 * radius) + 1);
  const { weight, slope } = windowKernels[kernel];
  return {
    bins,
    taps,
    spread(values, from, count, { first, weights, slopes }) {
      for (let k = 0, at = 0; k < count; k++) {
        const value = values[from + k]!;
        const start = Math.max(0, Math.min(bins - taps, Math.ceil(value - radius)));
        first[k] = start;
        for (let b = start; b < start + taps; b++, at++) {
          const z = (value - b) / radius;
          const isNear = Math.abs(z) <= 1;
          weights[at] = isNear ? factor * weight(z) : 0;
          if (slopes) slopes[at] = isNear ? (factor * slope(z)) / radius : 0;
        }
      }
    },
  };
}
