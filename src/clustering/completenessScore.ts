import { completenessScore } from '../functional/clustering/completenessScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Completeness over all batches, the degree to which the samples of each class share a cluster:
 * {@link completenessScore} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
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
  static override readonly title = 'Completeness';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** Computes {@link completenessScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return completenessScore(state, this.options);
  }
}
