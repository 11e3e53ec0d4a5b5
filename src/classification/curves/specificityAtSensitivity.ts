import {
  specificityAtSensitivity,
  specificityAtSensitivityOptions,
  type SpecificityAtSensitivityOptions,
  type SpecificityAtSensitivityValue,
} from '../../functional/classification/curves/specificityAtSensitivity.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Highest specificity with at least a given sensitivity, for the scores of all batches:
 * {@link specificityAtSensitivity} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SpecificityAtSensitivityOptions}.
 *
 * @example
 * ```ts
 * import { SpecificityAtSensitivity } from 'tfjs-metrics';
 *
 * const metric = new SpecificityAtSensitivity();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // { specificity: 1, threshold: 0.8 }
 * ```
 */
export class SpecificityAtSensitivity extends ScoreMetric<
  SpecificityAtSensitivityOptions,
  SpecificityAtSensitivityValue
> {
  static override readonly metricName = 'SpecificityAtSensitivity';
  static override readonly title = 'Specificity at sensitivity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: SpecificityAtSensitivityOptions) {
    super(options, specificityAtSensitivityOptions);
  }

  /** Computes {@link specificityAtSensitivity} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): SpecificityAtSensitivityValue {
    return specificityAtSensitivity(counts, this.scoreOptions);
  }
}
