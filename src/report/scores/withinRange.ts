import type { BootstrapInterval } from '../../functional/bootstrap/bootstrapOptions.ts';

/** Clips an interval to the range of its score. */
export function withinRange<Interval extends Pick<BootstrapInterval, 'lower' | 'upper'>>(
  interval: Interval,
  [least, greatest]: readonly [least: number, greatest: number],
): Interval {
  const within = (end: number): number => Math.min(greatest, Math.max(least, end));
  return { ...interval, lower: within(interval.lower), upper: within(interval.upper) };
}
