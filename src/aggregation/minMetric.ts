import type { Extremes } from '../state/moments/extremes.ts';
import { ExtremesMetric } from './extremesMetric.ts';

/**
 * Minimum of all numbers with nonzero weight: min xᵢ. Infinity before the first number. With `nanStrategy: 'disable'`,
 * NaN after the first NaN.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AggregationOptions}.
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

  /** Returns the minimum. */
  override computeFrom(state: Extremes): number {
    return this.unlessNaN(state, state.least[0] ?? Infinity);
  }
}
