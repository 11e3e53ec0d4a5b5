import { clusterAccuracy } from '../functional/clustering/clusterAccuracy.ts';
import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Accuracy of the best one-to-one matching of clusters and classes over all batches: {@link clusterAccuracy} of their
 * contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
 *
 * @example
 * ```ts
 * import { ClusterAccuracy } from 'tfjs-metrics';
 *
 * const metric = new ClusterAccuracy();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.6
 * ```
 */
export class ClusterAccuracy extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'ClusterAccuracy';
  static override readonly title = 'Cluster accuracy';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, labelOptions);
  }

  /** Computes {@link clusterAccuracy} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return clusterAccuracy(state, this.options);
  }
}
