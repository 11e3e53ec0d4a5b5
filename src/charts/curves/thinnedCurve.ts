/** Number of intervals of x; a curve has at most four points in each, more than a screen can show. */
const MAX_SPANS = 250;

/** A point of a chart. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Selects the points of a curve to draw, with x from 0 to 1 in ascending order. With more than 1,000 points, these are
 * the first, the last, and those with the minimum and maximum of y in each of 250 equal intervals of x. Points that are
 * not finite are left out.
 */
export function thinnedCurve(x: ArrayLike<number>, y: ArrayLike<number>): ChartPoint[] {
  const points = Array.from(x, (at, k) => ({ x: at, y: y[k]! })).filter((p) => Number.isFinite(p.x + p.y));
  if (points.length <= 4 * MAX_SPANS) return points;
  const kept: ChartPoint[] = [];
  let start = 0;
  while (start < points.length) {
    const span = spanOf(points[start]!);
    let [end, low, high] = [start, start, start];
    for (; end < points.length && spanOf(points[end]!) === span; end++) {
      if (points[end]!.y < points[low]!.y) low = end;
      if (points[end]!.y > points[high]!.y) high = end;
    }
    const chosen = [...new Set([start, low, high, end - 1])].sort((a, b) => a - b);
    kept.push(...chosen.map((k) => points[k]!));
    start = end;
  }
  return kept;
}

function spanOf({ x }: ChartPoint): number {
  return Math.min(MAX_SPANS - 1, Math.floor(x * MAX_SPANS));
}
