import { inBase } from '../functional/information/discrete/informationOptions.ts';
import {
  softMutualInfoOptions,
  type SoftMutualInfoOptions,
} from '../functional/information/soft/softMutualInfoOptions.ts';
import { softMutualInfoOf } from '../functional/information/soft/mutualInfoStatistic.ts';
import { SoftHistogramMetric } from '../metrics/families/softHistogramMetric.ts';
import type { SoftHistogram } from '../state/tables/softHistogram.ts';

/**
 * Mutual information of continuous values over all batches: {@link softMutualInfoScore} of their joint soft
 * histogram, in float64.
 *
 * Memory depends on the number of bins, not on the number of values. Pass weights and masks with each batch:
 * `update(preds, target, { sampleWeight, mask })`. On WebGPU use `updateAsync`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SoftMutualInfoOptions}.
 *
 * @example
 * ```ts
 * import { SoftMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const metric = new SoftMutualInfoScore({ bins: 4 });
 * metric.update([0.1, 0.4, 0.6], [0.9, 0.5, 0.4]);
 * metric.update([0.8, 0.9], [0.2, 0.1]);
 * metric.compute(); // 0.483
 * ```
 */
export class SoftMutualInfoScore extends SoftHistogramMetric<SoftMutualInfoOptions> {
  static override readonly metricName = 'SoftMutualInfoScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: SoftMutualInfoOptions) {
    super(options, softMutualInfoOptions);
  }

  /** Returns {@link softMutualInfoScore} of the histogram of all batches. */
  override computeFrom({ counts }: SoftHistogram): number {
    return inBase(softMutualInfoOf(counts), this.options.base);
  }
}
