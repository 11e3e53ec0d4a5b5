import { homogeneityScore } from '../functional/clustering/homogeneityScore.ts';
import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Homogeneity over all batches, the degree to which each cluster contains samples of a single class:
 * {@link homogeneityScore} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
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
  static override readonly title = 'Homogeneity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** Computes {@link homogeneityScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return homogeneityScore(state, this.options);
  }
}
