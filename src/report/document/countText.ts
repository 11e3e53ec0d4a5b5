import { countOf } from '../../inputs/countOf.ts';
import { countDecimals } from '../../charts/countDecimals.ts';

/** Formats a count or a sum of weights. */
export function countText(count: number): string {
  return countFormat([count])(count);
}

/** Formats a count with its noun, as in "1,797 samples". */
export function sizedText(count: number, one: string, many?: string): string {
  return countOf(count, one, many, countText(count));
}

/** Returns a formatter for counts or sums of weights in one table: as many decimals for all of them. */
export function countFormat(counts: readonly number[]): (count: number) => string {
  const decimals = countDecimals(counts);
  const { format } = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (count) => (count < 1e15 ? format(count) : count.toExponential(2));
}
