import { homogeneityScore } from '../functional/clustering/homogeneityScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Whether each cluster holds members of one class only, over all batches: {@link homogeneityScore} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link LabelOptions} describes.
 *
 * @example
 * ```ts
 * import { HomogeneityScore } from 'tfjs-metrics';
 *
 * const metric = new HomogeneityScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.432538
 * ```
 */
export class HomogeneityScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'HomogeneityScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** {@link homogeneityScore} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return homogeneityScore(state, this.options);
  }
}
