import { completenessScore } from '../functional/clustering/completenessScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Whether all members of a class are in one cluster, over all batches: {@link completenessScore} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link LabelOptions} describes.
 *
 * @example
 * ```ts
 * import { CompletenessScore } from 'tfjs-metrics';
 *
 * const metric = new CompletenessScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.306337
 * ```
 */
export class CompletenessScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'CompletenessScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** {@link completenessScore} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return completenessScore(state, this.options);
  }
}
