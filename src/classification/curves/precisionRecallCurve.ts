import {
  precisionRecallCurve,
  type PrecisionRecallCurveValue,
} from '../../functional/classification/curves/precisionRecallCurve.ts';
import type { ScoreOptions } from '../../functional/classification/curves/scoreOptions.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Precision–recall curve of the scores of all batches: {@link precisionRecallCurve} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ScoreOptions}.
 *
 * @example
 * ```ts
 * import { PrecisionRecallCurve } from 'tfjs-metrics';
 *
 * const metric = new PrecisionRecallCurve();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * const { precision, recall } = metric.compute();
 * precision; // Float64Array [0.5, 0.666667, 0.5, 1, 1]
 * recall; // Float64Array [1, 1, 0.5, 0.5, 0]
 * ```
 */
export class PrecisionRecallCurve extends ScoreMetric<ScoreOptions, PrecisionRecallCurveValue> {
  static override readonly metricName = 'PrecisionRecallCurve';
  static override readonly title = 'Precision–recall curve';
  static override readonly higherIsBetter = null;
  static override readonly range: readonly [number, number] = [0, 1];
  static override readonly hasOwnChart = true;

  /** Computes {@link precisionRecallCurve} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): PrecisionRecallCurveValue {
    return precisionRecallCurve(counts, this.scoreOptions);
  }
}
