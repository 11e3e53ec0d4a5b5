import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * A number as engines hand it out: 64-bit integers come as bigint or as text, decimals as objects.
 *
 * @throws {@link MetricInputError} when it is no finite number, or a whole one that float64 can't hold.
 */
export function exactNumber(value: unknown, place: string): number {
  const number = typeof value === 'number' ? value : Number(asText(value));
  if (!Number.isFinite(number)) {
    throw new MetricInputError(`${place} is ${describeValue(value)}: expected a number`);
  }
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new MetricInputError(
      `${place} is ${describeValue(value)}: expected a number that is exact, below 2^53`,
    );
  }
  return number;
}

/** What converts to a number by its digits; anything else to NaN. */
function asText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'object' && value !== null) return String(value as { toString(): string });
  return typeof value === 'string' && value.trim() !== '' ? value : 'NaN';
}
