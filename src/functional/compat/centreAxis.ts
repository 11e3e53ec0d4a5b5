import { centreKernels, type CentreKernelName } from './centreKernel.ts';
import type { HistogramAxis } from '../../numeric/binning/histogramAxis.ts';
import { normalise } from '../../numeric/binning/softAxis.ts';

/** A side of a histogram whose bins lie around centres, as plain values. */
export interface CentreAxisOptions {
  /** The centre of each bin. */
  readonly centres: ArrayLike<number>;
  /** The unit of the distance from a centre. */
  readonly bandwidth: number;
  readonly kernel: CentreKernelName;
  /** Whether the weights of a value are divided by their sum; as they come when left out. */
  readonly normalised?: boolean | undefined;
}

/**
 * An axis of bins around any centres: each value counts in every bin by a kernel of its distance from
 * the centre. Unlike a `softAxis` it goes over all bins for each value.
 */
export function centreAxis({ centres, bandwidth, kernel, normalised = false }: CentreAxisOptions): HistogramAxis {
  const bins = centres.length;
  const { weight, slope } = centreKernels[kernel];
  return {
    bins,
    taps: bins,
    spread(values, from, count, { first, weights, slopes }) {
      for (let k = 0, at = 0; k < count; k++, at += bins) {
        first[k] = 0;
        for (let b = 0; b < bins; b++) {
          const distance = (values[from + k]! - centres[b]!) / bandwidth;
          weights[at + b] = weight(distance);
          if (slopes) slopes[at + b] = slope(distance) / bandwidth;
        }
        if (normalised) normalise(weights, slopes, at, bins);
      }
    },
  };
}
