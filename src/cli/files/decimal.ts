/** Decimal separator. */
export type Decimal = '.' | ',';

// "7", "-1" and "7.0", but not "07", which is a name.
const WHOLE: Readonly<Record<Decimal, RegExp>> = {
  '.': /^-?(0|[1-9]\d*)(\.0+)?$/,
  ',': /^-?(0|[1-9]\d*)(,0+)?$/,
};

/** Reads a number; NaN if the text is not a finite number. */
export function readNumber(text: string, decimal: Decimal): number {
  if (text.trim() === '') return NaN;
  // A point groups digits where a comma is the decimal separator: 1.234 would be misread.
  if (decimal === ',' && text.includes('.')) return NaN;
  const value = Number(decimal === ',' ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : NaN;
}

/** Reads a whole number that float64 holds exactly; undefined if the text is not one. */
export function readWholeNumber(text: string, decimal: Decimal): number | undefined {
  if (!WHOLE[decimal].test(text)) return undefined;
  const value = readNumber(text, decimal);
  return Number.isSafeInteger(value) ? value : undefined;
}
