import { rocCurve, type RocCurveValue } from '../../functional/classification/curves/rocCurve.ts';
import type { ScoreOptions } from '../../functional/classification/curves/scoreOptions.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * ROC curve of the scores of all batches: {@link rocCurve} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ScoreOptions}.
 *
 * @example
 * ```ts
 * import { RocCurve } from 'tfjs-metrics';
 *
 * const metric = new RocCurve();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * const { fpr, tpr } = metric.compute();
 * fpr; // Float64Array [0, 0, 0.5, 0.5, 1]
 * tpr; // Float64Array [0, 0.5, 0.5, 1, 1]
 * ```
 */
export class RocCurve extends ScoreMetric<ScoreOptions, RocCurveValue> {
  static override readonly metricName = 'RocCurve';
  static override readonly title = 'ROC curve';
  static override readonly higherIsBetter = null;
  static override readonly range: readonly [number, number] = [0, 1];
  static override readonly hasOwnChart = true;

  /** Computes {@link rocCurve} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): RocCurveValue {
    return rocCurve(counts, this.scoreOptions);
  }
}
