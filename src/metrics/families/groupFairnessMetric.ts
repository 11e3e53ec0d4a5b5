import {
  groupFairnessOptions,
  requireGroups,
  type GroupFairnessOptions,
  type GroupFairnessValue,
} from '../../functional/classification/fairness/compareGroups.ts';
import type { ClassPredictions, ClassTargets } from '../../inputs/classification/readClassLabels.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { checkGroupedLabels } from '../../inputs/checkGroupedLabels.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update: predictions, targets and groups, or their table. */
export type GroupFairnessBatch =
  | readonly [preds: ClassPredictions, target: ClassTargets, groups: Labels, options?: PairOptions | undefined]
  | readonly [table: MultiwayTable];

/**
 * Base class for measures of fairness, which are computed from the table of predictions, targets and groups. In a
 * collection, metrics with the same options for reading classes share one state.
 */
export abstract class GroupFairnessMetric extends Metric<
  GroupFairnessBatch,
  GroupFairnessValue,
  MultiwayTable,
  GroupFairnessOptions
> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: GroupFairnessOptions) {
    const { metricName, name } = new.target as typeof GroupFairnessMetric;
    super(groupFairnessOptions(options, metricName ?? name));
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): Pick<GroupFairnessOptions, 'onUndefined'> {
    return { onUndefined: this.options.onUndefined };
  }

  override get stateKey(): string {
    return `groups ${JSON.stringify({ ...this.options, onUndefined: undefined })}`;
  }

  override createState(): MultiwayTable {
    return new MultiwayTable();
  }

  override updateState(state: MultiwayTable, ...batch: GroupFairnessBatch): boolean {
    const [first, target, groups, options] = batch;
    if (first instanceof MultiwayTable) {
      this.validateState(first);
      state.merge(first);
      return first.n > 0;
    }
    const { sampleWeight } = readPairOptions(options);
    const checked = checkGroupedLabels(first, target, groups, { ...this.options, sampleWeight });
    state.add(checked.variables, { sampleWeight: checked.sampleWeight });
    return !isEmpty(first);
  }

  /** @throws {@link MetricInputError} if a table is not one of predictions and targets of 0 and 1, and groups. */
  override validateState(state: MultiwayTable): void {
    requireGroups(this.name, state);
  }
}
