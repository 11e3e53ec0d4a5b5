import { requireWholeCounts } from '../../functional/readTable.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { checkWeightValues } from '../../inputs/sampleWeight.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update: predicted and true labels, or a contingency table. */
export type LabelBatch<BatchLabels = Labels> =
  | readonly [preds: BatchLabels, target: BatchLabels, options?: PairOptions | undefined]
  | readonly [table: ContingencyTable];

/**
 * Base class for scores of two labelings that are computed from the contingency table of all batches. In a
 * collection, all such scores share one table, regardless of their options.
 *
 * A custom score is a function of that table:
 *
 * @example
 * ```ts
 * import { ContingencyMetric, type ContingencyTable } from 'tfjs-metrics';
 *
 * class ClusterCount extends ContingencyMetric {
 *   override computeFrom(table: ContingencyTable) {
 *     return table.predLabels.length;
 *   }
 * }
 *
 * const metric = new ClusterCount();
 * metric.update(['a', 'b', 'a'], [0, 1, 1]);
 * metric.compute(); // 2
 * ```
 */
export abstract class ContingencyMetric<
  Options extends LabelOptions = LabelOptions,
  BatchLabels = Labels,
  Value = number,
> extends Metric<LabelBatch<BatchLabels>, Value, ContingencyTable, Options> {
  readonly #reader: OptionsReader<Options>;

  constructor(options?: Options, reader: OptionsReader<Options> = labelOptions as never) {
    const { metricName, name } = new.target as typeof ContingencyMetric;
    super(reader(options, metricName ?? name));
    this.#reader = reader;
  }

  override get stateKey(): string {
    return 'ContingencyTable';
  }

  /** Why weights must be whole numbers with the options of this metric; undefined if any weights are valid. */
  get wholeWeightsReason(): string | undefined {
    return this.#reader.wholeWeightsReason(this.options);
  }

  override validate(...batch: LabelBatch<BatchLabels>): void {
    const [first, , options] = batch;
    if (first instanceof ContingencyTable) {
      this.validateState(first);
    } else if (options?.sampleWeight != null) {
      const reason = this.wholeWeightsReason;
      if (reason !== undefined) requireWholeCounts(this.name, reason, checkWeightValues(options.sampleWeight));
    }
  }

  override validateState(state: ContingencyTable): void {
    const reason = this.wholeWeightsReason;
    if (reason !== undefined && !state.isExact) requireWholeCounts(this.name, reason, state.cells.count);
  }

  override createState(): ContingencyTable {
    return new ContingencyTable();
  }

  override updateState(state: ContingencyTable, ...batch: LabelBatch<BatchLabels>): boolean {
    const [first, target, options] = batch;
    if (first instanceof ContingencyTable) {
      state.merge(first);
      return first.n > 0;
    }
    // The table checks the labels.
    state.add(first as Labels, target as Labels, options);
    return !isEmpty(first as Labels);
  }
}
