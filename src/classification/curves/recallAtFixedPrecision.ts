import {
  recallAtFixedPrecision,
  recallAtFixedPrecisionOptions,
  type RecallAtFixedPrecisionOptions,
  type RecallAtFixedPrecisionValue,
} from '../../functional/classification/curves/recallAtFixedPrecision.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Highest recall with at least a given precision, for the scores of all batches: {@link recallAtFixedPrecision} of the
 * counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link RecallAtFixedPrecisionOptions}.
 *
 * @example
 * ```ts
 * import { RecallAtFixedPrecision } from 'tfjs-metrics';
 *
 * const metric = new RecallAtFixedPrecision();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // { recall: 1, threshold: 0.35 }
 * ```
 */
export class RecallAtFixedPrecision extends ScoreMetric<RecallAtFixedPrecisionOptions, RecallAtFixedPrecisionValue> {
  static override readonly metricName = 'RecallAtFixedPrecision';
  static override readonly title = 'Recall at fixed precision';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: RecallAtFixedPrecisionOptions) {
    super(options, recallAtFixedPrecisionOptions);
  }

  /** Computes {@link recallAtFixedPrecision} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): RecallAtFixedPrecisionValue {
    return recallAtFixedPrecision(counts, this.scoreOptions);
  }
}
