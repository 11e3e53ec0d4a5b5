/**
 * Returns a quantile of sorted values: linear interpolation at position share · (n + 1), which leaves the right share
 * outside an interval even for few draws.
 */
export function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const below = Math.floor(place);
  const from = sorted[below]!;
  return from + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - from);
}
