import type { ChartedScore } from '../../charts/scoreParts.ts';

/** A score on an axis, as fractions of its length in [0, 1]. */
export interface ScaleMarks {
  /** Start and end of the range. */
  readonly range: readonly [start: number, end: number];
  /** True if the range starts before the axis. */
  readonly isCut: boolean;
  /** True if the range has no end. */
  readonly isOpen: boolean;
  readonly value?: number | undefined;
  readonly interval?: readonly [start: number, end: number] | undefined;
  /** Value expected by chance. */
  readonly baseline?: number | undefined;
}

/**
 * Places a score on an axis. On an axis without an end, a value has a place only beside an interval or a baseline:
 * alone, it would look close to a maximum.
 */
export function scaleMarks(
  { value, range = [-Infinity, Infinity], interval, baseline }: ChartedScore,
  [low, high]: readonly [low: number, high: number],
  isOpen: boolean,
): ScaleMarks {
  const place = (at: number): number => Math.min(1, Math.max(0, (at - low) / (high - low)));
  const span = ([start, end]: readonly [number, number]): [number, number] => [place(start), place(end)];
  const isPlaced = Number.isFinite(value) && !(isOpen && interval === undefined && baseline === undefined);
  return {
    range: span(range),
    isCut: range[0] < low,
    isOpen,
    ...(isPlaced ? { value: place(value) } : {}),
    ...(interval === undefined ? {} : { interval: span(interval) }),
    ...(baseline === undefined ? {} : { baseline: place(baseline) }),
  };
}
