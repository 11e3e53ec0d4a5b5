import { readCountedPairs, readMatrix, type CountedPair } from '../../inputs/readCountedPairs.ts';
import { checkLabelPairs, readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Label, Labels } from '../../inputs/labels.ts';
import { withoutScratchMemory, withScratchMemory } from '../../numeric/withScratchMemory.ts';
import { restoreState } from '../checkSnapshot.ts';
import { commonScoreColumns, scoreColumnsOf } from '../commonScoreColumns.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { checkContingencySnapshot, contingencySnapshot, type ContingencySnapshot } from './contingencySnapshot.ts';
import { LabelPairCounts } from './labelPairCounts.ts';
import { LabelTable } from './labelTable.ts';
import { matrixOfCells } from './matrixOfCells.ts';
import { recountedCells, type TableCells } from './tableCells.ts';

/** One cell of a contingency table. */
export interface ContingencyEntry extends CountedPair {
  readonly count: number;
}

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
export class ContingencyTable extends LabelTable implements MetricState<ContingencyTable> {
  #pairCounts: LabelPairCounts | undefined;
  #cells: TableCells | undefined;

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
    const table = restoreState('a contingency table', () =>
      ContingencyTable.of(labelsAt(predLabels, column), labelsAt(targetLabels, row), { sampleWeight: count }),
    );
    table.scoreColumns = scoreColumns;
    return table;
  }

  /**
   * Counts more pairs.
   *
   * @param preds - predicted labels, `[N]`.
   * @param target - true labels, `[N]`.
   * @returns this table.
   * @throws {@link MetricInputError} if an input is invalid. The table is not modified.
   */
  add(preds: Labels, target: Labels, options?: PairOptions): this {
    const { sampleWeight } = readPairOptions(options);
    withScratchMemory(() => {
      const pairs = checkLabelPairs(preds, target, sampleWeight);
      if (pairs.length === 0) return 0;
      withoutScratchMemory(() => this.#counts.add(pairs));
      this.#cells = undefined;
      return pairs.length;
    });
    return this;
  }

  /**
   * Removes pairs that were added before: the exact inverse of `add` and
   * `merge` for integer counts. With fractional weights, a rounding error that remains in a cell
   * (at most 1e-9 of the weight removed) is set to 0.
   *
   * @returns this table.
   * @throws {@link MetricStateError} if the table does not contain all of the pairs. The table is not modified.
   */
  subtract(other: ContingencyTable): this;
  subtract(preds: Labels, target: Labels, options?: PairOptions): this;
  subtract(first: ContingencyTable | Labels, target?: Labels, options?: PairOptions): this {
    const other = first instanceof ContingencyTable ? first : this.#empty().add(first, target!, options);
    withoutScratchMemory(() => this.#counts.subtract(other.#counts));
    this.#cells = undefined;
    return this;
  }

  /**
   * Adds the counts of another table, which is not modified.
   *
   * @returns this table.
   * @throws {@link MetricInputError} if its labels are of another kind, or were read from scores of another number of
   * classes. This table is not modified.
   */
  merge(other: ContingencyTable): this {
    this.checkMerge(other);
    withoutScratchMemory(() => this.#counts.merge(other.#counts));
    this.#cells = undefined;
    this.scoreColumns ??= other.scoreColumns;
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  checkMerge(other: ContingencyTable): void {
    requireState(other, ContingencyTable, 'ContingencyTable');
    this.#counts.checkMerge(other.#counts);
    commonScoreColumns(this.scoreColumns, other.scoreColumns);
  }

  /** True if all counts are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#counts.isExact;
  }

  /** Returns an independent copy. */
  clone(): this {
    const copy = this.#empty();
    copy.#pairCounts = withoutScratchMemory(() => this.#counts.clone());
    copy.#cells = this.#cells;
    copy.scoreColumns = this.scoreColumns;
    return copy;
  }

  /**
   * Returns a table of the same label pairs with new counts, such as those of a bootstrap sample. Pairs with count 0
   * are removed.
   *
   * @param counts - the count of each cell, in the order of `cells`.
   * @throws {@link MetricInputError} if the number of counts is not that of cells, or a count is negative or not
   * finite.
   */
  withCounts(counts: Float64Array): this {
    const table = this.#empty();
    table.#cells = recountedCells(this.cells, counts);
    return table;
  }

  /** Returns a copy without the pairs that contain one of these labels on either side. */
  without(labels: Label | readonly Label[]): this {
    const copy = this.#empty();
    copy.#pairCounts = withoutScratchMemory(() => this.#counts.without(labels));
    return copy;
  }

  /** The predicted labels, ascending. */
  get predLabels(): Label[] {
    return this.cells.predLabels.slice();
  }

  /** The true labels, ascending. */
  get targetLabels(): Label[] {
    return this.cells.targetLabels.slice();
  }

  /** The number of samples of each predicted label (or the sum of their weights). */
  get predSizes(): Float64Array {
    return this.cells.predSizes.slice();
  }

  /** The number of samples of each true label (or the sum of their weights). */
  get targetSizes(): Float64Array {
    return this.cells.targetSizes.slice();
  }

  /** The number of samples (or the sum of all weights). */
  get n(): number {
    return this.cells.n;
  }

  /** The table as sorted arrays, cached until the next change. Scores are computed from them. */
  get cells(): TableCells {
    return (this.#cells ??= withoutScratchMemory(() => this.#counts.cells()));
  }

  /** Iterates over the non-zero cells, by target label, then by preds label. */
  *entries(): IterableIterator<ContingencyEntry> {
    const { targetLabels, predLabels, row, column, count } = this.cells;
    for (let k = 0; k < count.length; k++) {
      yield { pred: predLabels[column[k]!]!, target: targetLabels[row[k]!]!, count: count[k]! };
    }
  }

  /**
   * Returns the counts as a matrix with a row for each target label and a column for each preds label.
   *
   * @throws {@link MetricStateError} if the matrix would have more than 2^27 cells.
   */
  toMatrix(): number[][] {
    return matrixOfCells(this.cells);
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ContingencyTable.fromJSON}. */
  toJSON(): ContingencySnapshot {
    return { ...contingencySnapshot(this.cells), ...scoreColumnsOf(this.scoreColumns) };
  }

  #empty(): this {
    return new (this.constructor as new () => this)();
  }

  /** Counts, created lazily for a table that was created from cells. */
  get #counts(): LabelPairCounts {
    return (this.#pairCounts ??= withoutScratchMemory(() =>
      this.#cells ? countCells(this.#cells) : new LabelPairCounts(),
    ));
  }
}

function countCells({ targetLabels, predLabels, row, column, count }: TableCells): LabelPairCounts {
  const counts = new LabelPairCounts();
  counts.add(checkLabelPairs(labelsAt(predLabels, column), labelsAt(targetLabels, row), count));
  return counts;
}

/** Returns the labels of these places, in a typed array if they are 32-bit integers. */
function labelsAt(labels: readonly Label[], places: ArrayLike<number>): Labels {
  const areInt32 = labels.every((label) => label === ((label as number) | 0));
  const found = areInt32 ? new Int32Array(places.length) : new Array<Label>(places.length);
  for (let k = 0; k < found.length; k++) found[k] = labels[places[k]!]!;
  return found as Labels;
}
