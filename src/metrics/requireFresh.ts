import { countOf } from '../inputs/countOf.ts';
import { inputError, MetricInputError } from '../inputs/metricInputError.ts';
import { Metric, type AnyMetric } from './metric.ts';

/** @throws {@link MetricInputError} if `what` is not a metric, or has seen batches. */
export function requireFresh(owner: string, what: string, metric: unknown): asserts metric is AnyMetric {
  if (!(metric instanceof Metric)) {
    throw inputError(`${owner}: ${what}`, 'a metric', metric);
  }
  if (metric.updateCount === 0) return;
  throw new MetricInputError(
    `${owner}: ${what}: expected a metric without updates, got one with ${countOf(metric.updateCount, 'update')}; ` +
      'call its reset() first',
  );
}
