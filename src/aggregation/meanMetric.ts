import type { WeightedSum } from '../state/moments/weightedSum.ts';
import { WeightedSumMetric } from './weightedSumMetric.ts';

/**
 * Weighted mean Σ wᵢxᵢ / Σ wᵢ of all numbers xᵢ with weights wᵢ. Compensated summation keeps the rounding error
 * independent of the number of values. NaN before the first number.
 *
 * Pass weights with each batch: `update(loss, { sampleWeight: batchSize })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AggregationOptions}.
 *
 * @example
 * ```ts
 * import { MeanMetric } from 'tfjs-metrics';
 *
 * const metric = new MeanMetric();
 * metric.update(2);
 * metric.update([1, 4], { sampleWeight: [3, 1] });
 * metric.compute(); // 1.8
 * ```
 */
export class MeanMetric extends WeightedSumMetric {
  static override readonly metricName = 'MeanMetric';

  /** Returns the sum of the weighted numbers divided by the sum of the weights. */
  override computeFrom({ total, weight }: WeightedSum): number {
    return total / weight;
  }
}
