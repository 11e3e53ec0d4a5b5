import {
  precisionAtFixedRecall,
  precisionAtFixedRecallOptions,
  type PrecisionAtFixedRecallOptions,
  type PrecisionAtFixedRecallValue,
} from '../../functional/classification/curves/precisionAtFixedRecall.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Highest precision with at least a given recall, for the scores of all batches: {@link precisionAtFixedRecall} of the
 * counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link PrecisionAtFixedRecallOptions}.
 *
 * @example
 * ```ts
 * import { PrecisionAtFixedRecall } from 'tfjs-metrics';
 *
 * const metric = new PrecisionAtFixedRecall();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // { precision: 1, threshold: 0.8 }
 * ```
 */
export class PrecisionAtFixedRecall extends ScoreMetric<PrecisionAtFixedRecallOptions, PrecisionAtFixedRecallValue> {
  static override readonly metricName = 'PrecisionAtFixedRecall';
  static override readonly title = 'Precision at fixed recall';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: PrecisionAtFixedRecallOptions) {
    super(options, precisionAtFixedRecallOptions);
  }

  /** Computes {@link precisionAtFixedRecall} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): PrecisionAtFixedRecallValue {
    return precisionAtFixedRecall(counts, this.scoreOptions);
  }
}
