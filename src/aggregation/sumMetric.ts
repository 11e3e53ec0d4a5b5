import type { WeightedSum } from '../state/moments/weightedSum.ts';
import { WeightedSumMetric } from './weightedSumMetric.ts';

/**
 * The weighted sum of all numbers: Σ wᵢxᵢ, without loss of digits. 0 before any number.
 *
 * Weights go with each batch: `update(values, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link AggregationOptions} describes.
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

  /** The sum of the weighted numbers. */
  override computeFrom({ total }: WeightedSum): number {
    return total;
  }
}
