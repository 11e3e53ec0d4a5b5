import { requireWholeCounts } from '../functional/tableArguments.ts';
import { isEmpty } from '../inputs/flatValues.ts';
import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import type { PairOptions } from '../inputs/labelPairs.ts';
import type { Labels } from '../inputs/labels.ts';
import type { OptionsReader } from '../inputs/defineOptions.ts';
import { checkWeightValues } from '../inputs/sampleWeight.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { Metric } from './metric.ts';

/** What a batch of labels is handed in as: the labels, or a table in which they are counted. */
export type LabelBatch<BatchLabels = Labels> =
  | readonly [preds: BatchLabels, target: BatchLabels, options?: PairOptions | undefined]
  | readonly [table: ContingencyTable];

/**
 * A score of two labelings, read from the contingency table of all batches. In a collection all of
 * them share one table, whatever their options.
 *
 * A score of your own is a function of that table:
 *
 * @example
 * ```ts
 * import { ContingencyMetric, type ContingencyTable } from 'tfjs-metrics';
 *
 * class ClusterCount extends ContingencyMetric {
 *   override computeFrom(table: ContingencyTable) { return table.predLabels.length; }
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
> extends Metric<LabelBatch<BatchLabels>, number, ContingencyTable, Options> {
  readonly #readOptions: OptionsReader<Options>;

  constructor(options?: Options, readOptions: OptionsReader<Options> = labelOptions as never) {
    const { metricName, name } = new.target as typeof ContingencyMetric;
    super(readOptions(options, metricName ?? name));
    this.#readOptions = readOptions;
  }

  override get stateKey(): string {
    return 'ContingencyTable';
  }

  /** Why weights must be whole numbers with the options of this metric; undefined if any weights are valid. */
  get wholeWeightsReason(): string | undefined {
    return this.#readOptions.wholeWeightsReason(this.options);
  }

  override validate(...batch: LabelBatch<BatchLabels>): void {
    const reason = this.wholeWeightsReason;
    if (reason === undefined) return;
    const [first, , options] = batch;
    if (first instanceof ContingencyTable) {
      this.validateState(first);
    } else if (options?.sampleWeight != null) {
      requireWholeCounts(this.name, reason, checkWeightValues(options.sampleWeight));
    }
  }

  override validateState(state: ContingencyTable): void {
    const reason = this.wholeWeightsReason;
    if (reason !== undefined) requireWholeCounts(this.name, reason, state.cells.count);
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
    // What is no label is found by the table.
    state.add(first as Labels, target as Labels, options);
    return !isEmpty(first as Labels);
  }
}
