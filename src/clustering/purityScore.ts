import { purityScore } from '../functional/clustering/purityScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * The share of samples, over all batches, that belong to the commonest class of their cluster: {@link purityScore} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link LabelOptions} describes.
 *
 * @example
 * ```ts
 * import { PurityScore } from 'tfjs-metrics';
 *
 * const metric = new PurityScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.8
 * ```
 */
export class PurityScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'PurityScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** {@link purityScore} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return purityScore(state, this.options);
  }
}
