import { MetricInputError } from '../inputs/metricInputError.ts';
import { Metric, type AnyMetric } from './metric.ts';

/** @throws {@link MetricInputError} when `what` is no metric, or has seen batches of its own. */
export function requireFresh(owner: string, what: string, metric: unknown): asserts metric is AnyMetric {
  if (!(metric instanceof Metric)) throw new MetricInputError(`${owner}: ${what} is no metric`);
  if (metric.updateCount === 0) return;
  throw new MetricInputError(
    `${owner}: ${what} has seen ${metric.updateCount} updates; expected a metric that has seen none` +
      ' (call its reset() first)',
  );
}
