import { equalOpportunity } from '../../functional/classification/fairness/equalOpportunity.ts';
import type { GroupFairnessValue } from '../../functional/classification/fairness/compareGroups.ts';
import { GroupFairnessMetric } from '../../metrics/families/groupFairnessMetric.ts';
import type { MultiwayTable } from '../../state/tables/multiwayTable.ts';

/**
 * Equal opportunity over all batches: {@link equalOpportunity} of the counts of predictions, targets and groups.
 *
 * The rate of a group is its recall, so only samples with a positive target change the value.
 *
 * Memory depends only on the number of groups. Pass weights with each batch:
 * `update(preds, target, groups, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link GroupFairnessOptions}.
 *
 * @example
 * ```ts
 * import { EqualOpportunity } from 'tfjs-metrics';
 *
 * const metric = new EqualOpportunity();
 * metric.update([1, 0, 1], [1, 0, 0], ['a', 'a', 'a']);
 * metric.update([0.9, 0.2, 0.1], [1, 1, 0], ['b', 'b', 'b']);
 * metric.compute().ratio; // 0.5
 * ```
 */
export class EqualOpportunity extends GroupFairnessMetric {
  static override readonly metricName = 'EqualOpportunity';
  static override readonly title = 'Equal opportunity';
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link equalOpportunity} from the table of all batches. */
  override computeFrom(table: MultiwayTable): GroupFairnessValue {
    return equalOpportunity(table, this.scoreOptions);
  }
}
