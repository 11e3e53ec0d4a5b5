/** Formats a value: one or three decimals, or exponential notation below 1e-3 and from 1e6 on. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return 'undefined';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2);
  return String(Number(value.toFixed(size < 100 ? 3 : 1)));
}
