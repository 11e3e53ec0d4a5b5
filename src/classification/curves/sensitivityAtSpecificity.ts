import {
  sensitivityAtSpecificity,
  sensitivityAtSpecificityOptions,
  type SensitivityAtSpecificityOptions,
  type SensitivityAtSpecificityValue,
} from '../../functional/classification/curves/sensitivityAtSpecificity.ts';
import { ScoreMetric } from '../../metrics/families/scoreMetric.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';

/**
 * Highest sensitivity with at least a given specificity, for the scores of all batches:
 * {@link sensitivityAtSpecificity} of the counted scores.
 *
 * By default, the value is exact, and memory grows with the number of distinct scores. With `thresholds`, scores in the
 * same bin count as equal, and memory depends only on the number of thresholds. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SensitivityAtSpecificityOptions}.
 *
 * @example
 * ```ts
 * import { SensitivityAtSpecificity } from 'tfjs-metrics';
 *
 * const metric = new SensitivityAtSpecificity();
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // { sensitivity: 1, threshold: 0.35 }
 * ```
 */
export class SensitivityAtSpecificity extends ScoreMetric<
  SensitivityAtSpecificityOptions,
  SensitivityAtSpecificityValue
> {
  static override readonly metricName = 'SensitivityAtSpecificity';
  static override readonly title = 'Sensitivity at specificity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: SensitivityAtSpecificityOptions) {
    super(options, sensitivityAtSpecificityOptions);
  }

  /** Computes {@link sensitivityAtSpecificity} from the scores of all batches. */
  override computeFrom(counts: ScoreCounts): SensitivityAtSpecificityValue {
    return sensitivityAtSpecificity(counts, this.scoreOptions);
  }
}
