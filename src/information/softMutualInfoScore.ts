import { inBase } from '../functional/information/discrete/informationOptions.ts';
import {
  softMutualInfoOptions,
  type SoftMutualInfoOptions,
} from '../functional/information/soft/softMutualInfoOptions.ts';
import { softMutualInfoOf } from '../functional/information/soft/mutualInfoStatistic.ts';
import { SoftHistogramMetric } from '../metrics/softHistogramMetric.ts';
import type { SoftHistogram } from '../state/tables/softHistogram.ts';

/**
 * Mutual information of the continuous values of all batches: {@link softMutualInfoScore} of their joint
 * soft histogram, in float64.
 *
 * Memory depends on the bins, never on the values. Weights and masks go with each batch:
 * `update(preds, target, { sampleWeight, mask })`. On WebGPU use `updateAsync`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link SoftMutualInfoOptions} describes.
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

  /** {@link softMutualInfoScore} of the histogram of all batches. */
  override computeFrom({ counts }: SoftHistogram): number {
    return inBase(softMutualInfoOf(counts), this.options.base);
  }
}
