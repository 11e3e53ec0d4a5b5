/** A value as text of a chart: to three places, very small and large ones by their power of ten. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return 'undefined';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2);
  return String(Number(value.toFixed(size < 100 ? 3 : 1)));
}
