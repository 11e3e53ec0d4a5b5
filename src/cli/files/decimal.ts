/** Decimal separator. */
export type Decimal = '.' | ',';

// Matches "7", "-1" and "7.0", but not "07", which is treated as text.
const WHOLE: Readonly<Record<Decimal, RegExp>> = {
  '.': /^-?(0|[1-9]\d*)(\.0+)?$/,
  ',': /^-?(0|[1-9]\d*)(,0+)?$/,
};

/** Parses a number; returns NaN if the text is not a finite number. */
export function readNumber(text: string, decimal: Decimal): number {
  if (text.trim() === '') return NaN;
  // With a decimal comma, a point separates thousands: 1.234 would be misread.
  if (decimal === ',' && text.includes('.')) return NaN;
  const value = Number(decimal === ',' ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : NaN;
}

/** Parses an integer that float64 represents exactly; returns undefined for other text. */
export function readWholeNumber(text: string, decimal: Decimal): number | undefined {
  if (!WHOLE[decimal].test(text)) return undefined;
  const value = readNumber(text, decimal);
  return Number.isSafeInteger(value) ? value : undefined;
}
