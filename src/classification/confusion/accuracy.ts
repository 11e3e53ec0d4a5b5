import { accuracy, accuracyOptions, type AccuracyOptions } from '../../functional/classification/confusion/accuracy.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Accuracy, or balanced accuracy, over all batches: {@link accuracy} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AccuracyOptions}.
 *
 * @example
 * ```ts
 * import { Accuracy } from 'tfjs-metrics';
 *
 * const metric = new Accuracy();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.6
 * ```
 */
export class Accuracy extends ClassificationMetric<AccuracyOptions> {
  static override readonly metricName = 'Accuracy';
  static override readonly title = 'Accuracy';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AccuracyOptions) {
    super(options, accuracyOptions);
  }

  /** Computes {@link accuracy} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return accuracy(state, this.scoreOptions);
  }
}
