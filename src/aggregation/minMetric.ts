import type { Extremes } from '../state/moments/extremes.ts';
import { ExtremesMetric } from './extremesMetric.ts';

/**
 * The least of all numbers: min xᵢ over those that don't weigh 0. Infinity before any number.
 *
 * @throws {@link MetricInputError} when an option is not as {@link AggregationOptions} describes.
 *
 * @example
 * ```ts
 * import { MinMetric } from 'tfjs-metrics';
 *
 * const metric = new MinMetric();
 * metric.update([2, -1]);
 * metric.update(4);
 * metric.compute(); // -1
 * ```
 */
export class MinMetric extends ExtremesMetric {
  static override readonly metricName = 'MinMetric';

  /** The least number. */
  override computeFrom(state: Extremes): number {
    return this.unlessNaN(state, state.least[0] ?? Infinity);
  }
}
