import {
  bestThreshold,
  bestThresholdOptions,
  type BestThresholdOptions,
  type BestThresholdValue,
} from '../../functional/classification/curves/bestThreshold.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Best threshold for the scores of all batches: {@link bestThreshold} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link BestThresholdOptions}.
 *
 * @example
 * ```ts
 * import { BestThreshold } from 'tfjs-metrics';
 *
 * const metric = new BestThreshold();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // { threshold: 0.35, value: 0.8 }
 * ```
 */
export class BestThreshold extends ScoreMetric<BestThresholdOptions, BestThresholdValue> {
  static override readonly metricName = 'BestThreshold';
  static override readonly title = 'Best threshold';
  static override readonly higherIsBetter = null;
  static override readonly range: readonly [number, number] = [-Infinity, Infinity];

  constructor(options?: BestThresholdOptions) {
    super(options, bestThresholdOptions);
  }

  /** Computes {@link bestThreshold} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): BestThresholdValue {
    return bestThreshold(counts, this.scoreOptions);
  }
}
