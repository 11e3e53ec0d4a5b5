import type { ChartedScore } from '../charts/scoreParts.ts';
import type { BootstrapInterval } from '../functional/bootstrap/bootstrapOptions.ts';
import type { Metric } from '../metrics/metric.ts';
import { withinRange } from './withinRange.ts';

/** What the class of a metric tells of its score. */
export type ScoreClass = Pick<typeof Metric, 'metricName' | 'range' | 'higherIsBetter'>;

/** What a score is called in data: the name of its function. */
export function scoreName({ metricName = '' }: Pick<ScoreClass, 'metricName'>): string {
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
