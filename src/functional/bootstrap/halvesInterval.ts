import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import type { BootstrapInterval } from './bootstrapOptions.ts';
import { requireDefined } from './requireDefined.ts';
import type { ScoreRange } from './scoreRange.ts';

/** Values of both halves of the samples, for several ways to halve them. */
export type HalvesValues = readonly (readonly [first: number, second: number])[];

/** What {@link halvesInterval} needs to know beside the values. */
export interface HalvesOptions {
  /** What to name in errors. */
  readonly owner: string;
  readonly confidence: number;
  readonly range: ScoreRange;
}

/**
 * Makes the interval of an estimate from those of random halves of its samples.
 *
 * The two halves of one split share no sample, so (a − b)²/2 estimates the variance of an estimate from n/2
 * samples, half of which is that from n samples.
 *
 * @see D. N. Politis, J. P. Romano and M. Wolf, Subsampling (1999); C. M. Holmes and I. Nemenman, Physical
 * Review E 100 (2019) 022404, for estimates of mutual information.
 */
export function halvesInterval(
  value: number,
  halves: HalvesValues,
  { owner, confidence, range }: HalvesOptions,
): BootstrapInterval {
  const defined = halves.filter((pair) => pair.every(Number.isFinite));
  const undefinedDraws = 2 * (halves.length - defined.length);
  requireDefined(owner, value, undefinedDraws, 2 * halves.length);
  const unknown = { lower: NaN, upper: NaN, standardError: NaN, bias: NaN };
  if (!Number.isFinite(value) || defined.length === 0) return { value, ...unknown, undefinedDraws };
  const squares = defined.reduce((sum, [a, b]) => sum + (a - b) ** 2 / 4, 0);
  const sum = defined.reduce((total, [a, b]) => total + (a + b) / 2 - value, 0);
  const standardError = Math.sqrt(squares / defined.length);
  const reach = normalQuantile((1 + confidence) / 2) * standardError;
  const within = (end: number): number => Math.min(range[1], Math.max(range[0], end));
  return {
    value,
    lower: within(value - reach),
    upper: within(value + reach),
    standardError,
    // Of an error in proportion to 1/n, halves have as much more as the whole has in all.
    bias: sum / defined.length,
    undefinedDraws,
  };
}
