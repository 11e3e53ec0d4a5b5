import { averagePrecision } from '../../functional/classification/curves/averagePrecision.ts';
import type { ScoreOptions } from '../../functional/classification/curves/scoreOptions.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Average precision of the scores of all batches: {@link averagePrecision} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ScoreOptions}.
 *
 * @example
 * ```ts
 * import { AveragePrecision } from 'tfjs-metrics';
 *
 * const metric = new AveragePrecision();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.833333
 * ```
 */
export class AveragePrecision extends ScoreMetric<ScoreOptions> {
  static override readonly metricName = 'AveragePrecision';
  static override readonly title = 'Average precision';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link averagePrecision} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): number {
    return averagePrecision(counts, this.scoreOptions);
  }
}
