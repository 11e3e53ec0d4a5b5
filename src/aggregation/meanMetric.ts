import type { WeightedSum } from '../state/moments/weightedSum.ts';
import { WeightedSumMetric } from './weightedSumMetric.ts';

/**
 * The weighted mean of all numbers: Σ wᵢxᵢ / Σ wᵢ, from sums that lose no digits, so that a mean of 10⁹
 * numbers is as exact as one of ten. NaN before any number.
 *
 * Weights go with each batch: `update(loss, { sampleWeight: batchSize })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link AggregationOptions} describes.
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

  /** The sum of the weighted numbers by the sum of the weights. */
  override computeFrom({ total, weight }: WeightedSum): number {
    return total / weight;
  }
}
