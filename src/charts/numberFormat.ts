const FIXED = new Intl.NumberFormat('en-US', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/**
 * Returns a formatter for the values of one column or interval: three decimals for all of them. Exponential notation is
 * used from 1e6 on, and for values that are all below 1e-3.
 */
export function numberFormat(values: readonly (number | undefined)[]): (value: number) => string {
  const isFixed = values.every((value) => !Number.isFinite(value) || value === 0) || values.some(isShownFixed);
  return (value) => {
    if (!Number.isFinite(value)) return 'undefined';
    const size = Math.abs(value);
    const text = size < 1e6 && (isFixed || size === 0) ? FIXED.format(size) : size.toExponential(2);
    return withSign(value, text);
  };
}

/** Returns the text of the magnitude of a value with its sign. Values that round to zero have none. */
export function withSign(value: number, text: string): string {
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function isShownFixed(value: number | undefined): boolean {
  const size = Math.abs(value ?? NaN);
  return size >= 1e-3 && size < 1e6;
}
