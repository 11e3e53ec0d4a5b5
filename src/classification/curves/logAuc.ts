import { logAuc, logAucOptions, type LogAucOptions } from '../../functional/classification/curves/logAuc.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Area under the ROC curve over ln FPR, for the scores of all batches: {@link logAuc} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LogAucOptions}.
 *
 * @example
 * ```ts
 * import { LogAuc } from 'tfjs-metrics';
 *
 * const metric = new LogAuc();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class LogAuc extends ScoreMetric<LogAucOptions> {
  static override readonly metricName = 'LogAuc';
  static override readonly title = 'Logarithmic AUC';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LogAucOptions) {
    super(options, logAucOptions);
  }

  /** Computes {@link logAuc} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): number {
    return logAuc(counts, this.scoreOptions);
  }
}
