import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { readPairOptions } from '../../inputs/labelPairs.ts';
import { presentPairs, type NominalLabels } from '../../inputs/presentPairs.ts';
import {
  MISSING_READING_OPTIONS,
  nominalOptions,
  type NominalOptions,
  type NominalTableOptions,
} from '../../inputs/options/nominalOptions.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { ContingencyMetric, type LabelBatch } from './contingencyMetric.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { missingLabelsKey } from './missingLabelsKey.ts';

/**
 * Base class for scores of two nominal variables that are computed from the contingency table of all batches. Labels
 * may be missing.
 *
 * In a collection, metrics with the same `nanStrategy` and `nanReplaceValue` share one table. Metrics without
 * `nanStrategy` share the table with all other scores of two labelings too.
 *
 * @example
 * ```ts
 * import { NominalMetric } from 'tfjs-metrics/nominal';
 * import type { ContingencyTable } from 'tfjs-metrics';
 *
 * class PresentPairs extends NominalMetric {
 *   override computeFrom(table: ContingencyTable) {
 *     return table.n;
 *   }
 * }
 *
 * const metric = new PresentPairs({ nanStrategy: 'drop' });
 * metric.update(['a', null, 'b'], [0, 1, 1]);
 * metric.compute(); // 2
 * ```
 */
export abstract class NominalMetric<Options extends NominalOptions = NominalOptions> extends ContingencyMetric<
  Options,
  NominalLabels
> {
  constructor(options?: Options, reader: OptionsReader<Options> = nominalOptions as never) {
    super(options, reader);
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): NominalTableOptions<Options> {
    return withoutOptions(this.options, MISSING_READING_OPTIONS);
  }

  override get stateKey(): string {
    return super.stateKey + missingLabelsKey(this.options);
  }

  override updateState(state: ContingencyTable, ...batch: LabelBatch<NominalLabels>): boolean {
    const [first, target, options] = batch;
    if (first instanceof ContingencyTable) return super.updateState(state, ...batch);
    const { sampleWeight } = readPairOptions(options);
    const present = presentPairs({ preds: first, target: target!, sampleWeight }, this.options);
    return super.updateState(state, present.preds, present.target, { sampleWeight: present.sampleWeight });
  }
}
