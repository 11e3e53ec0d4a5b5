import {
  confusionMatrix,
  confusionMatrixOptions,
  type ConfusionMatrixOptions,
} from '../../functional/classification/confusion/confusionMatrix.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Confusion matrix over all batches: {@link confusionMatrix} of their contingency table.
 *
 * Rows are true classes and columns predicted classes, in the order of `labels`.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ConfusionMatrixOptions}.
 *
 * @example
 * ```ts
 * import { ConfusionMatrix } from 'tfjs-metrics';
 *
 * const metric = new ConfusionMatrix();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // [[1, 1], [1, 2]]
 * ```
 */
export class ConfusionMatrix extends ClassificationMetric<ConfusionMatrixOptions, number[][]> {
  static override readonly metricName = 'ConfusionMatrix';
  static override readonly title = 'Confusion matrix';
  static override readonly higherIsBetter: boolean | null = null;
  static override readonly range: readonly [number, number] = [0, Infinity];
  static override readonly hasOwnChart = true;

  constructor(options?: ConfusionMatrixOptions) {
    super(options, confusionMatrixOptions);
  }

  /** Computes {@link confusionMatrix} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number[][] {
    return confusionMatrix(state, this.scoreOptions);
  }
}
