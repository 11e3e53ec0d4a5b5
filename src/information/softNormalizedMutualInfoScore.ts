import {
  softNormalizedMutualInfoOptions,
  type SoftNormalizedMutualInfoOptions,
} from '../functional/information/soft/softMutualInfoOptions.ts';
import { softNormalizedMutualInfoOf } from '../functional/information/soft/mutualInfoStatistic.ts';
import { SoftHistogramMetric } from '../metrics/families/softHistogramMetric.ts';
import type { SoftHistogram } from '../state/tables/softHistogram.ts';

/**
 * Normalized mutual information of continuous values over all batches: {@link softNormalizedMutualInfoScore} of their
 * joint soft histogram, in float64.
 *
 * Memory depends on the number of bins, not on the number of values. Pass weights and masks with each batch:
 * `update(preds, target, { sampleWeight, mask })`. On WebGPU use `updateAsync`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SoftNormalizedMutualInfoOptions}.
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

  /** Returns {@link softNormalizedMutualInfoScore} of the histogram of all batches. */
  override computeFrom({ counts }: SoftHistogram): number {
    return softNormalizedMutualInfoOf(counts, this.options.averageMethod);
  }
}
