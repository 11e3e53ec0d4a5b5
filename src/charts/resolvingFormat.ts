import { numberFormat, withSign } from './numberFormat.ts';

/** Maximum number of significant digits of a float64 number that are worth showing. */
const MOST_DIGITS = 16;

/**
 * Returns a formatter for the values of one column as {@link numberFormat} does, with more digits if these are needed
 * to show a difference: 100,000,001.50 instead of 1.00e+8 for a difference of 0.5.
 *
 * @param difference - size of a difference of values of which two digits are shown.
 */
export function resolvingFormat(values: readonly number[], difference: number): (value: number) => string {
  const plain = numberFormat(values);
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  if (!(difference > 0 && largest > 0 && Number.isFinite(difference))) return plain;
  const place = Math.floor(Math.log10(difference));
  const digits = Math.min(MOST_DIGITS, Math.floor(Math.log10(largest)) - place + 2);
  const isExponential = plain(largest).includes('e');
  const decimals = Math.max(0, 1 - place);
  if (isExponential ? digits <= 3 : decimals <= 3) return plain;
  const format =
    largest >= 1e15 || decimals > MOST_DIGITS
      ? (size: number) => size.toExponential(digits - 1)
      : new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format;
  return (value) => (Number.isFinite(value) ? withSign(value, format(Math.abs(value))) : plain(value));
}
