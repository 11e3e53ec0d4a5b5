/** Point of a line, with the standard error of its y. */
export interface MeasuredPoint {
  readonly x: number;
  readonly y: number;
  readonly error: number;
}

/** Line y = intercept + slope · x. */
export interface FittedLine {
  readonly intercept: number;
  readonly slope: number;
  /** Standard error of the intercept. */
  readonly error: number;
  /** Σ ((y − line) / error)². */
  readonly chiSquared: number;
}

/** Fits a line to points by least squares, weighted by their standard errors. */
export function fittedLine(points: readonly MeasuredPoint[]): FittedLine {
  const weights = points.map(({ error }) => 1 / error ** 2);
  const sum = (valueOf: (point: MeasuredPoint) => number): number =>
    points.reduce((total, point, k) => total + weights[k]! * valueOf(point), 0);
  const total = sum(() => 1);
  const [meanX, meanY] = [sum(({ x }) => x) / total, sum(({ y }) => y) / total];
  const spread = sum(({ x }) => (x - meanX) ** 2);
  const slope = sum(({ x, y }) => (x - meanX) * (y - meanY)) / spread;
  const intercept = meanY - slope * meanX;
  return {
    intercept,
    slope,
    error: Math.sqrt(1 / total + meanX ** 2 / spread),
    chiSquared: sum(({ x, y }) => (y - intercept - slope * x) ** 2),
  };
}
