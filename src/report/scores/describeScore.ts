import type { ChartedScore } from '../../charts/scoreParts.ts';
import type { BootstrapInterval } from '../../functional/bootstrap/bootstrapOptions.ts';
import type { Metric } from '../../metrics/metric.ts';
import { withinRange } from './withinRange.ts';

/** Static properties of a metric class that describe its score. */
export type ScoreClass = Pick<typeof Metric, 'metricName' | 'range' | 'higherIsBetter'>;

/** Returns the name of the function that computes the score. */
export function scoreName({ metricName = '' }: Pick<ScoreClass, 'metricName'>): string {
  return metricName.charAt(0).toLowerCase() + metricName.slice(1);
}

/** Combines a score with its range, direction, interval and baseline; omits non-finite intervals and baselines. */
export function describeScore(
  of: ScoreClass,
  value: number,
  interval?: Pick<BootstrapInterval, 'lower' | 'upper'>,
  baseline?: number,
): ChartedScore {
  const { range, higherIsBetter } = of;
  const { lower = NaN, upper = NaN } = interval ? withinRange(interval, range) : {};
  return {
    name: scoreName(of),
    value,
    range,
    higherIsBetter,
    ...(Number.isFinite(lower) && Number.isFinite(upper) ? { interval: [lower, upper] } : {}),
    ...(Number.isFinite(baseline) ? { baseline } : {}),
  };
}
