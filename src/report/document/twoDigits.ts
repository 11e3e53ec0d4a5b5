/** Formats a number with two decimals; negative zero becomes 0.00. */
export function twoDigits(value: number): string {
  return (Math.round(100 * value) / 100 + 0).toFixed(2).replace('-', '−');
}
