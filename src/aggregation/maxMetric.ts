import type { Extremes } from '../state/moments/extremes.ts';
import { ExtremesMetric } from './extremesMetric.ts';

/**
 * The greatest of all numbers: max xᵢ over those that don't weigh 0. -Infinity before any number.
 *
 * @throws {@link MetricInputError} when an option is not as {@link AggregationOptions} describes.
 *
 * @example
 * ```ts
 * import { MaxMetric } from 'tfjs-metrics';
 *
 * const metric = new MaxMetric();
 * metric.update([2, -1]);
 * metric.update(4);
 * metric.compute(); // 4
 * ```
 */
export class MaxMetric extends ExtremesMetric {
  static override readonly metricName = 'MaxMetric';

  /** The greatest number. */
  override computeFrom(state: Extremes): number {
    return this.unlessNaN(state, state.greatest[0] ?? -Infinity);
  }
}
