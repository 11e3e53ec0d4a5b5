import type { Extremes } from '../state/moments/extremes.ts';
import { ExtremesMetric } from './extremesMetric.ts';

/**
 * Maximum of all numbers with nonzero weight: max xᵢ. -Infinity before the first number. With `nanStrategy: 'disable'`,
 * NaN after the first NaN.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AggregationOptions}.
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

  /** Returns the maximum. */
  override computeFrom(state: Extremes): number {
    return this.unlessNaN(state, state.greatest[0] ?? -Infinity);
  }
}
