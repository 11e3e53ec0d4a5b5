import { ksStatistic } from '../../functional/classification/curves/ksStatistic.ts';
import type { ScoreOptions } from '../../functional/classification/curves/scoreOptions.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Kolmogorov–Smirnov statistic of the scores of all batches: {@link ksStatistic} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ScoreOptions}.
 *
 * @example
 * ```ts
 * import { KsStatistic } from 'tfjs-metrics';
 *
 * const metric = new KsStatistic();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class KsStatistic extends ScoreMetric<ScoreOptions> {
  static override readonly metricName = 'KsStatistic';
  static override readonly title = 'Kolmogorov–Smirnov statistic';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link ksStatistic} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): number {
    return ksStatistic(counts, this.scoreOptions);
  }
}
