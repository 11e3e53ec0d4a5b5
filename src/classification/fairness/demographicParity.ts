import { demographicParity } from '../../functional/classification/fairness/demographicParity.ts';
import type { GroupFairnessValue } from '../../functional/classification/fairness/compareGroups.ts';
import { GroupFairnessMetric } from '../../metrics/families/groupFairnessMetric.ts';
import type { MultiwayTable } from '../../state/tables/multiwayTable.ts';

/**
 * Demographic parity over all batches: {@link demographicParity} of the counts of predictions, targets and groups.
 *
 * The rate of a group is the fraction of its samples that are predicted as positive. The targets are counted, so that
 * `EqualOpportunity` can share the state, but do not change the value.
 *
 * Memory depends only on the number of groups. Pass weights with each batch:
 * `update(preds, target, groups, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link GroupFairnessOptions}.
 *
 * @example
 * ```ts
 * import { DemographicParity } from 'tfjs-metrics';
 *
 * const metric = new DemographicParity();
 * metric.update([1, 0, 1], [1, 0, 0], ['a', 'a', 'a']);
 * metric.update([0.9, 0.2, 0.1], [1, 1, 0], ['b', 'b', 'b']);
 * metric.compute().ratio; // 0.5
 * ```
 */
export class DemographicParity extends GroupFairnessMetric {
  static override readonly metricName = 'DemographicParity';
  static override readonly title = 'Demographic parity';
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link demographicParity} from the table of all batches. */
  override computeFrom(table: MultiwayTable): GroupFairnessValue {
    return demographicParity(table, this.scoreOptions);
  }
}
