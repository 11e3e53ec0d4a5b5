import * as z from 'zod/mini';
import { readLabelColumns, type LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { nominalOptionChecks, type NominalOptions } from '../../inputs/nominalOptions.ts';
import { optionSchema, readOptions, type OptionSchema } from '../../inputs/options.ts';
import { checkSampleWeight } from '../../inputs/sampleWeight.ts';
import { ContingencyTable } from './contingencyTable.ts';
import type { MetricState } from '../metricState.ts';
import { MISSING, numberLabels, type NumberedLabels } from './numberedLabels.ts';
import { checkPairwiseSnapshot, type PairwiseSnapshot } from './pairwiseSnapshot.ts';

/** What may come with a matrix of labels. */
export type PairwiseOptions = PairOptions & Pick<NominalOptions, 'nanStrategy' | 'nanReplaceValue'>;

const pairwiseOptions: OptionSchema<PairwiseOptions> = /* @__PURE__ */ optionSchema<PairwiseOptions>(() => {
  const { nanStrategy, nanReplaceValue } = nominalOptionChecks();
  return { sampleWeight: z.any(), nanStrategy, nanReplaceValue };
});

/**
 * The contingency tables of all pairs of several variables: what a matrix of pairwise scores is
 * computed from. Its size depends on the labels, never on the samples.
 *
 * @example
 * ```ts
 * import { PairwiseTables } from 'tfjs-metrics';
 *
 * const tables = PairwiseTables.of([['a', 0, 1], ['a', 1, 1], ['b', 1, 0]]);
 * tables.variables; // 3
 * tables.table(0, 1).toMatrix(); // [[1, 0], [1, 1]]
 * ```
 */
export class PairwiseTables implements MetricState<PairwiseTables> {
  #variables = 0;
  /** The table of variables i as preds and j as target, i < j, by i and then by j. */
  #tables: ContingencyTable[] = [];

  /**
   * Counts the labels of N samples.
   *
   * @param matrix - labels, `[N, variables]`.
   * @throws {@link MetricInputError} when a label or weight is none, or rows differ in length.
   */
  static of(matrix: LabelMatrix, options?: PairwiseOptions): PairwiseTables {
    return new PairwiseTables().add(matrix, options);
  }

  /**
   * Restores tables from what {@link PairwiseTables.toJSON} made.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged or of another kind or version.
   */
  static fromJSON(snapshot: unknown): PairwiseTables {
    const { variables, tables } = checkPairwiseSnapshot(snapshot);
    const restored = new PairwiseTables();
    restored.#variables = variables;
    restored.#tables = tables.map((table) => ContingencyTable.fromJSON(table));
    return restored;
  }

  /**
   * Counts more samples.
   *
   * @param matrix - labels, `[N, variables]`.
   * @returns these tables.
   * @throws {@link MetricInputError} when an input is none; the tables are then as they were.
   */
  add(matrix: LabelMatrix, given?: PairwiseOptions): this {
    const options = readOptions('add', pairwiseOptions, given);
    const columns = readLabelColumns(matrix, 'matrix').map((column, j) =>
      numberLabels(column, `matrix, column ${j}: label`, options),
    );
    const length = columns[0]?.codes.length ?? 0;
    const sampleWeight = checkSampleWeight(options.sampleWeight, length);
    if (length === 0) return this;
    const batch = new PairwiseTables();
    batch.#variables = columns.length;
    batch.#tables = columns.flatMap((preds, i) =>
      columns.slice(i + 1).map((target) => countPairs(preds, target, sampleWeight)),
    );
    return this.merge(batch);
  }

  /** How many variables there are; 0 before the first sample. */
  get variables(): number {
    return this.#variables;
  }

  /** The table of two different variables, one as preds and the other as target. */
  table(preds: number, target: number): ContingencyTable {
    const [i, j] = preds < target ? [preds, target] : [target, preds];
    const isPair = i !== j && [i, j].every((v) => Number.isInteger(v) && v >= 0 && v < this.variables);
    if (!isPair) {
      throw new MetricInputError(`expected two different variables of ${this.#variables}, got ${preds} and ${target}`);
    }
    const table = this.#tables[(i * (2 * this.#variables - i - 1)) / 2 + j - i - 1]!;
    return preds < target ? table : transposed(table);
  }

  /**
   * Takes in the counts of other tables, which stay as they are.
   *
   * @returns these tables.
   * @throws {@link MetricInputError} when they have other variables; these are then as they were.
   */
  merge(other: PairwiseTables): this {
    this.checkMerge(other);
    if (other.#variables === 0) return this;
    if (this.#variables === 0) {
      this.#variables = other.#variables;
      this.#tables = other.#tables.map((table) => table.clone());
    } else {
      this.#tables.forEach((table, k) => table.merge(other.#tables[k]!));
    }
    return this;
  }

  /** @throws {@link MetricInputError} when the variables of others are of another number or kind. */
  checkMerge(other: PairwiseTables): void {
    if (this.#variables === 0 || other.#variables === 0) return;
    if (this.#variables !== other.#variables) {
      throw new MetricInputError(
        `matrix: expected ${this.#variables} columns as in the batches before, got ${other.#variables}`,
      );
    }
    this.#tables.forEach((table, k) => {
      table.checkMerge(other.#tables[k]!);
    });
  }

  /** An independent copy. */
  clone(): PairwiseTables {
    return new PairwiseTables().merge(this);
  }

  /** A plain object that holds the tables, for {@link PairwiseTables.fromJSON}. */
  toJSON(): PairwiseSnapshot {
    return {
      kind: 'PairwiseTables',
      version: 1,
      variables: this.#variables,
      tables: this.#tables.map((table) => table.toJSON()),
    };
  }
}

function countPairs(
  preds: NumberedLabels,
  target: NumberedLabels,
  sampleWeight: Float64Array | undefined,
): ContingencyTable {
  // Counted by number, which is fast, and named afterwards, which is once for each cell.
  const coded = ContingencyTable.of(preds.codes, target.codes, { sampleWeight });
  return ContingencyTable.fromCounts(
    Array.from(coded.without(MISSING).entries(), ({ pred, target: code, count }) => ({
      pred: preds.labels[pred as number]!,
      target: target.labels[code as number]!,
      count,
    })),
  );
}

function transposed(table: ContingencyTable): ContingencyTable {
  return ContingencyTable.fromCounts(
    Array.from(table.entries(), ({ pred, target, count }) => ({
      pred: target,
      target: pred,
      count,
    })),
  );
}
