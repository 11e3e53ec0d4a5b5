import { inputError } from '../../inputs/metricInputError.ts';
import { Metric, type AnyMetric } from '../../metrics/metric.ts';
import type { MetricPart } from '../../metrics/metricPart.ts';

/**
 * Returns the metrics in the option `metrics` of a report with their states: those in collections and wrappers too.
 *
 * @throws {@link MetricInputError} if a value is not a metric.
 */
export function partsOfMetrics(owner: string, metrics: unknown): MetricPart<AnyMetric>[] {
  return ([metrics ?? []].flat() as unknown[]).flatMap((metric) => {
    if (metric instanceof Metric) return (metric as AnyMetric).partsIn(metric.state);
    throw inputError(`${owner}: option "metrics"`, 'a metric or a list of them', metric);
  });
}
