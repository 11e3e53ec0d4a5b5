/**
 * Returns the value below which a share of sorted values lies: at place share · (n + 1), interpolated
 * linearly, so that few draws also leave the right share outside.
 */
export function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const below = Math.floor(place);
  const from = sorted[below]!;
  return from + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - from);
}
