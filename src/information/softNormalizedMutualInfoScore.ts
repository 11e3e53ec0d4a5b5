import {
  softNormalizedMutualInfoOptions,
  type SoftNormalizedMutualInfoOptions,
} from '../functional/information/soft/softMutualInfoOptions.ts';
import { softNormalizedMutualInfoOf } from '../functional/information/soft/mutualInfoStatistic.ts';
import { SoftHistogramMetric } from '../metrics/softHistogramMetric.ts';
import type { SoftHistogram } from '../state/tables/softHistogram.ts';

/**
 * Mutual information of the continuous values of all batches, as a share of a mean of their entropies:
 * {@link softNormalizedMutualInfoScore} of their joint soft histogram, in float64.
 *
 * Memory depends on the bins, never on the values. Weights and masks go with each batch:
 * `update(preds, target, { sampleWeight, mask })`. On WebGPU use `updateAsync`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link SoftNormalizedMutualInfoOptions}
 * describes.
 *
 * @example
 * ```ts
 * import { SoftNormalizedMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const metric = new SoftNormalizedMutualInfoScore({ bins: 4 });
 * metric.update([0.1, 0.4, 0.6], [0.9, 0.5, 0.4]);
 * metric.update([0.8, 0.9], [0.2, 0.1]);
 * metric.compute(); // 0.3577
 * ```
 */
export class SoftNormalizedMutualInfoScore extends SoftHistogramMetric<SoftNormalizedMutualInfoOptions> {
  static override readonly metricName = 'SoftNormalizedMutualInfoScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: SoftNormalizedMutualInfoOptions) {
    super(options, softNormalizedMutualInfoOptions);
  }

  /** {@link softNormalizedMutualInfoScore} of the histogram of all batches. */
  override computeFrom({ counts }: SoftHistogram): number {
    return softNormalizedMutualInfoOf(counts, this.options.averageMethod);
  }
}
