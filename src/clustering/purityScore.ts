import { purityScore } from '../functional/clustering/purityScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Share of samples, over all batches, that belong to the most frequent class of their cluster: {@link purityScore} of
 * their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
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
  static override readonly title = 'Purity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** Computes {@link purityScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return purityScore(state, this.options);
  }
}
