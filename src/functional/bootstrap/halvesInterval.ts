import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import type { BootstrapInterval } from './bootstrapOptions.ts';
import { requireDefined } from './requireDefined.ts';
import type { ScoreRange } from '../scoreRange.ts';

/** Estimates from both halves of the samples, for several random splits. */
type HalvesValues = readonly (readonly [first: number, second: number])[];

/** Options for {@link halvesInterval}. */
interface HalvesOptions {
  /** Name of the caller, for error messages. */
  readonly owner: string;
  readonly confidence: number;
  readonly range: ScoreRange;
}

/**
 * Computes the confidence interval of an estimate from estimates of random halves of its samples.
 *
 * The two halves of one split share no sample, so (a − b)²/2 estimates the variance of an estimate from n/2 samples.
 * The variance for n samples is half of that.
 *
 * @see D. N. Politis, J. P. Romano and M. Wolf, Subsampling (1999); C. M. Holmes and I. Nemenman, Physical Review E
 * 100 (2019) 022404, for estimates of mutual information.
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
    // If the bias is proportional to 1/n, halves have twice the bias of all samples, and the difference is the bias.
    bias: sum / defined.length,
    undefinedDraws,
  };
}
