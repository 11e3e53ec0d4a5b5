import type { ResidualHistogram } from './regressionFacts.ts';
import type { ResidualSamples } from './residualSamples.ts';

const MAX_BINS = 40;

/** Distance from the quartiles, in interquartile ranges, beyond which residuals are not in a bin. */
const FAR = 4;

/**
 * Counts residuals in bins of equal width, by the rule of D. Freedman and P. Diaconis, Zeitschrift für
 * Wahrscheinlichkeitstheorie 57 (1981) 453–476, with round ends.
 */
export function residualHistogram(
  { residuals, weights, n }: ResidualSamples,
  quantileOf: (share: number) => number,
): ResidualHistogram {
  const [least, first, third, greatest] = [0, 0.25, 0.75, 1].map(quantileOf) as [number, number, number, number];
  const spread = third - first;
  const low = spread > 0 ? Math.max(least, first - FAR * spread) : least;
  const high = spread > 0 ? Math.min(greatest, third + FAR * spread) : greatest;
  const width = roundWidth(Math.max((2 * spread) / Math.cbrt(n), (high - low) / MAX_BINS), Math.max(-low, high));
  const start = Math.floor(low / width) * width;
  const samples = new Array<number>(Math.floor((high - start) / width) + 1).fill(0);
  let [below, above] = [0, 0];
  residuals.forEach((residual, i) => {
    const weight = weights?.[i] ?? 1;
    const bin = Math.floor((residual - start) / width);
    if (bin < 0) below += weight;
    else if (bin >= samples.length) above += weight;
    else samples[bin]! += weight;
  });
  return { start, width, samples, below, above };
}

/** Returns 1, 2 or 5 times a power of ten that is not below `width`, or a width for values that are all equal. */
function roundWidth(width: number, size: number): number {
  // Widths below the precision of the values would give empty bins, and powers of ten underflow.
  const least = Math.max(width, size * 1e-9);
  if (!(least > 1e-300)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}
