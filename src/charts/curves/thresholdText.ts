/** Formats a threshold beside its point on a curve. */
export function thresholdText(threshold: number): string {
  return `threshold ${Number(threshold.toPrecision(3))}`;
}
