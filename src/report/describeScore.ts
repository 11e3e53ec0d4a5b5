import type { ChartedScore } from '../charts/scoreParts.ts';
import type { BootstrapInterval } from '../functional/bootstrapInterval.ts';
import type { Metric } from '../metrics/metric.ts';

/** What the class of a metric tells of its score. */
export type ScoreClass = Pick<typeof Metric, 'metricName' | 'range' | 'higherIsBetter'>;

/** What a score is called in data: the name of its function. */
export function scoreName({ metricName = '' }: ScoreClass): string {
  return metricName.charAt(0).toLowerCase() + metricName.slice(1);
}

/** A score with all that a report says of it; what is not finite is left out. */
export function describeScore(
  of: ScoreClass,
  value: number,
  interval?: Pick<BootstrapInterval, 'lower' | 'upper'>,
  baseline?: number,
): ChartedScore {
  const { range, higherIsBetter } = of;
  const [least, greatest] = range;
  // What lies beyond the range is no value that the truth could have.
  const within = (end: number): number => Math.min(greatest, Math.max(least, end));
  const ends = interval && ([within(interval.lower), within(interval.upper)] as const);
  return {
    name: scoreName(of),
    value,
    range,
    higherIsBetter,
    ...(ends?.every(Number.isFinite) === true ? { interval: ends } : {}),
    ...(Number.isFinite(baseline) ? { baseline } : {}),
  };
}
