import { readLabelColumns, type LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { nominalOptions, type NominalOptions } from '../../inputs/options/nominalOptions.ts';
import { checkSampleWeight } from '../../inputs/sampleWeight.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { anyCheck } from '../../inputs/options/optionCheck.ts';
import { ContingencyTable } from './contingencyTable.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MISSING, numberLabels, type NumberedLabels } from './numberedLabels.ts';
import { checkPairwiseSnapshot, type PairwiseSnapshot } from './pairwiseSnapshot.ts';

/** Options for {@link PairwiseTables.add}. */
export type PairwiseOptions = PairOptions & Pick<NominalOptions, 'nanStrategy' | 'nanReplaceValue'>;

const pairwiseOptions = /* @__PURE__ */ defineOptions<PairwiseOptions>('add', () => {
  const { nanStrategy, nanReplaceValue } = nominalOptions.checks();
  return { sampleWeight: anyCheck(), nanStrategy, nanReplaceValue };
});

/**
 * Contingency tables of all pairs of several variables, from which matrices of pairwise scores are computed. Their size
 * depends on the number of distinct label pairs, not on the number of samples.
 *
 * @example
 * ```ts
 * import { PairwiseTables } from 'tfjs-metrics';
 *
 * const tables = PairwiseTables.of([
 *   ['a', 0, 1],
 *   ['a', 1, 1],
 *   ['b', 1, 0],
 * ]);
 * tables.variables; // 3
 * tables.table(0, 1).toMatrix(); // [[1, 0], [1, 1]]
 * ```
 */
export class PairwiseTables implements MetricState<PairwiseTables> {
  #variables = 0;
  /** The tables of variables i as preds and j as target, i < j, sorted by i, then by j. */
  #tables: ContingencyTable[] = [];

  /**
   * Counts the labels of N samples.
   *
   * @param matrix - labels, `[N, variables]`.
   * @throws {@link MetricInputError} if a label or weight is invalid, or rows differ in length.
   */
  static of(matrix: LabelMatrix, options?: PairwiseOptions): PairwiseTables {
    return new PairwiseTables().add(matrix, options);
  }

  /**
   * Restores tables from a snapshot made by {@link PairwiseTables.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
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
   * @throws {@link MetricInputError} if an input is invalid. The tables are not modified.
   */
  add(matrix: LabelMatrix, given?: PairwiseOptions): this {
    const options = pairwiseOptions(given);
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

  /** Number of variables; 0 before the first sample. */
  get variables(): number {
    return this.#variables;
  }

  /**
   * Returns the table of two different variables, one as preds and the other as target.
   *
   * @throws {@link MetricInputError} if they are not indices of two different variables.
   */
  table(preds: number, target: number): ContingencyTable {
    const [i, j] = preds < target ? [preds, target] : [target, preds];
    const isPair = i !== j && [i, j].every((v) => Number.isInteger(v) && v >= 0 && v < this.variables);
    if (!isPair) {
      throw new MetricInputError(
        `table: expected two different variables below ${this.#variables}, got ${preds} and ${target}`,
      );
    }
    const table = this.#tables[(i * (2 * this.#variables - i - 1)) / 2 + j - i - 1]!;
    return preds < target ? table : transposed(table);
  }

  /**
   * Adds the counts of other tables, which are not modified.
   *
   * @returns these tables.
   * @throws {@link MetricInputError} if their variables differ in number or kind. These tables are not modified.
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

  /** @throws {@link MetricInputError} if the variables of `other` differ in number or kind. */
  checkMerge(other: PairwiseTables): void {
    requireState(other, PairwiseTables, 'PairwiseTables');
    if (this.#variables === 0 || other.#variables === 0) return;
    if (this.#variables !== other.#variables) {
      throw new MetricInputError(
        `matrix: expected ${this.#variables} columns, as in earlier batches, got ${other.#variables}`,
      );
    }
    this.#tables.forEach((table, k) => {
      table.checkMerge(other.#tables[k]!);
    });
  }

  /** Returns an independent copy. */
  clone(): PairwiseTables {
    return new PairwiseTables().merge(this);
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link PairwiseTables.fromJSON}. */
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
  // Counting integer codes is fast; they are replaced by labels once per cell.
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
