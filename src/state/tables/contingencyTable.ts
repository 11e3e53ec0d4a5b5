import { readCountedPairs, readMatrix, type CountedPair } from '../../inputs/readCountedPairs.ts';
import { restoreState } from '../checkSnapshot.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Label, Labels } from '../../inputs/labels.ts';
import { checkContingencySnapshot, type ContingencySnapshot } from './contingencySnapshot.ts';
import { LabelTable } from './labelTable.ts';
import { commonScoreColumns, scoreColumnsOf } from '../commonScoreColumns.ts';

/**
 * Contingency table: the count of each pair of a predicted and a true label. Every score of two labelings is a function
 * of this table. The size of the table depends on the number of distinct label pairs, not on the number of samples.
 *
 * Labels are sorted: numbers by value, strings by their UTF-16 code units (the order of `Array.prototype.sort`),
 * `false` before `true`. The order in which samples were added does not matter. Labels without samples are removed.
 *
 * Counts are float64: exact up to 2^53. A table with few labels is stored as a dense matrix. A table with many labels
 * is stored as sorted arrays of the pairs that occur, with 16 bytes per pair, and temporarily more while a batch is
 * added.
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.of(['a', 'a', 'b'], [0, 1, 1]);
 * table.toMatrix(); // [[1, 0], [1, 1]]
 * table.predLabels; // ['a', 'b']
 * table.targetSizes; // Float64Array [1, 2]
 * table.n; // 3
 * ```
 */
export class ContingencyTable extends LabelTable {
  /**
   * Number of classes K, if the labels were read from class scores `[N, K]`; otherwise undefined. Tables with different
   * numbers of classes do not merge.
   */
  scoreColumns?: number | undefined;

  /**
   * Counts the label pairs of N samples.
   *
   * @param preds - predicted labels, `[N]`.
   * @param target - true labels, `[N]`.
   * @throws {@link MetricInputError} if a label or weight is invalid, or the lengths differ.
   */
  static of(preds: Labels, target: Labels, options?: PairOptions): ContingencyTable {
    return new ContingencyTable().add(preds, target, options);
  }

  /**
   * Creates a table from counted pairs, such as the rows of a `GROUP BY`. Counts of equal pairs are summed.
   *
   * @throws {@link MetricInputError} if a label is invalid, or a count is negative or not finite.
   *
   * @example
   * ```ts
   * import { ContingencyTable, mutualInfoScore } from 'tfjs-metrics';
   *
   * const table = ContingencyTable.fromCounts([
   *   { pred: 0, target: 'cat', count: 3_000_000_000_000 },
   *   { pred: 1, target: 'dog', count: 1_000_000_000_000 },
   * ]);
   * mutualInfoScore(table, { base: 2 }); // 0.811278
   * ```
   */
  static fromCounts(counts: Iterable<CountedPair>): ContingencyTable {
    const { preds, target, sampleWeight } = readCountedPairs(counts);
    return ContingencyTable.of(preds, target, { sampleWeight });
  }

  /**
   * Creates a table from a matrix of counts: rows are target labels, columns are preds labels.
   *
   * @param labels - label of each column (`predLabels`) and of each row (`targetLabels`). Default: 0, 1, 2, ….
   * @throws {@link MetricInputError} if rows differ in length, the number of labels differs from the shape of the
   * matrix, or a count is invalid.
   */
  static fromMatrix(
    matrix: readonly ArrayLike<number>[],
    labels: {
      readonly predLabels?: readonly Label[] | undefined;
      readonly targetLabels?: readonly Label[] | undefined;
    } = {},
  ): ContingencyTable {
    const { preds, target, sampleWeight } = readMatrix(matrix, labels);
    return ContingencyTable.of(preds, target, { sampleWeight });
  }

  /**
   * Restores a table from a snapshot made by {@link ContingencyTable.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): ContingencyTable {
    const { targetLabels, predLabels, row, column, count, scoreColumns } = checkContingencySnapshot(snapshot);
    const preds = column.map((j) => predLabels[j]!);
    const target = row.map((i) => targetLabels[i]!);
    const table = restoreState('a contingency table', () =>
      ContingencyTable.of(preds, target, { sampleWeight: count }),
    );
    table.scoreColumns = scoreColumns;
    return table;
  }

  /**
   * Adds the counts of another table, which is not modified.
   *
   * @returns this table.
   * @throws {@link MetricInputError} if its labels are of another kind, or were read from scores of another number of
   * classes. This table is not modified.
   */
  override merge(other: LabelTable): this {
    super.merge(other);
    if (other instanceof ContingencyTable) this.scoreColumns ??= other.scoreColumns;
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  override checkMerge(other: LabelTable): void {
    super.checkMerge(other);
    if (other instanceof ContingencyTable) commonScoreColumns(this.scoreColumns, other.scoreColumns);
  }

  /** Returns an independent copy. */
  override clone(): this {
    const copy = super.clone();
    copy.scoreColumns = this.scoreColumns;
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ContingencyTable.fromJSON}. */
  override toJSON(): ContingencySnapshot {
    return { ...super.toJSON(), ...scoreColumnsOf(this.scoreColumns) };
  }
}
