import type { WeightedSum } from '../state/moments/weightedSum.ts';
import { WeightedSumMetric } from './weightedSumMetric.ts';

/**
 * Weighted sum Σ wᵢxᵢ of all numbers xᵢ with weights wᵢ, with compensated summation. 0 before the first number.
 *
 * Pass weights with each batch: `update(values, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AggregationOptions}.
 *
 * @example
 * ```ts
 * import { SumMetric } from 'tfjs-metrics';
 *
 * const metric = new SumMetric();
 * metric.update([1e16, 1]);
 * metric.update(-1e16);
 * metric.compute(); // 1
 * ```
 */
export class SumMetric extends WeightedSumMetric {
  static override readonly metricName = 'SumMetric';

  /** Returns the sum of the weighted numbers. */
  override computeFrom({ total }: WeightedSum): number {
    return total;
  }
}
