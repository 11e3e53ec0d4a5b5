import { auroc, aurocOptions, type AurocOptions } from '../functional/classification/auroc.ts';
import { ScoreMetric } from '../metrics/scoreMetric.ts';
import type { ScoreCounts } from '../state/scores/scoreCounts.ts';

/**
 * Area under the ROC curve of the scores of all batches: {@link auroc} of their counts.
 *
 * Exact; memory grows with the number of distinct scores. With `thresholds`, it depends on the number of thresholds
 * only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AurocOptions}.
 *
 * @example
 * ```ts
 * import { Auroc } from 'tfjs-metrics';
 *
 * const metric = new Auroc();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.75
 * ```
 */
export class Auroc extends ScoreMetric<AurocOptions> {
  static override readonly metricName = 'Auroc';
  static override readonly title = 'AUROC';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AurocOptions) {
    super(options, aurocOptions);
  }

  /** Computes {@link auroc} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): number {
    return auroc(counts, this.options);
  }
}
