import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { requireWholeCounts } from '../../functional/readTable.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import {
  MISSING_READING_OPTIONS,
  nominalOptions,
  type NominalOptions,
  type NominalTableOptions,
} from '../../inputs/options/nominalOptions.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { checkWeightValues } from '../../inputs/sampleWeight.ts';
import { Metric } from '../metric.ts';
import { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { missingLabelsKey } from './missingLabelsKey.ts';

/** One batch of several variables: labels, or pairwise contingency tables. */
export type LabelMatrixBatch =
  readonly [matrix: LabelMatrix, options?: PairOptions | undefined] | readonly [tables: PairwiseTables];

/**
 * Base class for matrices of scores, one for each pair of variables, that are computed from the contingency tables of
 * all batches. In a collection, metrics with the same `nanStrategy` and `nanReplaceValue` share the tables.
 *
 * @example
 * ```ts
 * import { PairwiseMetric, purityScore, type PairwiseTables } from 'tfjs-metrics';
 *
 * class FirstPurity extends PairwiseMetric {
 *   override computeFrom(tables: PairwiseTables) {
 *     return [[purityScore(tables.table(0, 1))]];
 *   }
 * }
 *
 * const metric = new FirstPurity();
 * metric.update([
 *   ['a', 0],
 *   ['a', 1],
 *   ['b', 1],
 * ]);
 * metric.compute(); // [[0.666667]]
 * ```
 */
export abstract class PairwiseMetric<Options extends NominalOptions = NominalOptions> extends Metric<
  LabelMatrixBatch,
  number[][],
  PairwiseTables,
  Options
> {
  readonly #reader: OptionsReader<Options>;

  constructor(options?: Options, reader: OptionsReader<Options> = nominalOptions as never) {
    const { metricName, name } = new.target as typeof PairwiseMetric;
    super(reader(options, metricName ?? name));
    this.#reader = reader;
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): NominalTableOptions<Options> {
    return withoutOptions(this.options, MISSING_READING_OPTIONS);
  }

  override get stateKey(): string {
    return `PairwiseTables${missingLabelsKey(this.options)}`;
  }

  /** Why weights must be whole numbers with the options of this metric; undefined if any weights are valid. */
  get wholeWeightsReason(): string | undefined {
    return this.#reader.wholeWeightsReason(this.options);
  }

  override validate(...[first, options]: LabelMatrixBatch): void {
    if (first instanceof PairwiseTables) this.validateState(first);
    if (this.wholeWeightsReason === undefined || options?.sampleWeight == null) return;
    const weights = checkWeightValues(options.sampleWeight);
    requireWholeCounts(this.name, this.wholeWeightsReason, weights);
  }

  override validateState(state: PairwiseTables): void {
    const reason = this.wholeWeightsReason;
    if (reason === undefined) return;
    for (let i = 0; i < state.variables; i++) {
      for (let j = i + 1; j < state.variables; j++) {
        requireWholeCounts(this.name, reason, state.table(i, j).cells.count);
      }
    }
  }

  override createState(): PairwiseTables {
    return new PairwiseTables();
  }

  override updateState(state: PairwiseTables, ...batch: LabelMatrixBatch): boolean {
    const { nanStrategy, nanReplaceValue } = this.options;
    const [first, options] = batch;
    const tables =
      first instanceof PairwiseTables
        ? first
        : PairwiseTables.of(first, { ...readPairOptions(options), nanStrategy, nanReplaceValue });
    state.merge(tables);
    return tables.variables > 0;
  }
}
