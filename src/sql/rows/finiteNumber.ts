import { inputError } from '../../inputs/metricInputError.ts';

/**
 * Reads a number from a query result. Engines return 64-bit integers as bigints or strings, and decimals as objects.
 *
 * @throws {@link MetricInputError} if it is not finite.
 */
export function finiteNumber(value: unknown, place: string): number {
  const number = typeof value === 'number' ? value : Number(asText(value));
  if (Number.isFinite(number)) return number;
  throw inputError(place, 'a finite number', value);
}

/** Converts a value to a string for `Number`; "NaN" for a value that is not numeric. */
function asText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'object' && value !== null) return String(value as { toString(): string });
  return typeof value === 'string' && value.trim() !== '' ? value : 'NaN';
}
