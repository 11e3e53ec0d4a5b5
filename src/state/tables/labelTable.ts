import type { CountedPair } from '../../inputs/readCountedPairs.ts';
import { giveBackInt32 } from '../../inputs/borrowInt32.ts';
import { checkLabelPairs, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Label, Labels } from '../../inputs/labels.ts';
import { contingencySnapshot, type ContingencySnapshot } from './contingencySnapshot.ts';
import { LabelPairCounts } from './labelPairCounts.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { recountedCells, type TableCells } from './tableCells.ts';

/** Maximum number of cells of a matrix (1 GB). */
export const MAX_MATRIX_CELLS: number = 2 ** 27;

/** One cell of a contingency table. */
export interface ContingencyEntry extends CountedPair {
  readonly count: number;
}

/**
 * A contingency table without the functions that create one from a matrix, counts or a snapshot. Scores of labels count
 * into it, so that a bundle of a score contains none of these readers.
 */
export class LabelTable implements MetricState<LabelTable> {
  #pairCounts: LabelPairCounts | undefined;
  #cells: TableCells | undefined;

  /**
   * Counts more pairs.
   *
   * @param preds - predicted labels, `[N]`.
   * @param target - true labels, `[N]`.
   * @returns this table.
   * @throws {@link MetricInputError} if an input is invalid. The table is not modified.
   */
  add(preds: Labels, target: Labels, options?: PairOptions): this {
    const pairs = checkLabelPairs(preds, target, options);
    if (pairs.length === 0) return this;
    this.#counts.add(pairs);
    giveBackInt32(pairs.preds.values, pairs.target.values);
    this.#cells = undefined;
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
  subtract(other: LabelTable): this;
  subtract(preds: Labels, target: Labels, options?: PairOptions): this;
  subtract(first: LabelTable | Labels, target?: Labels, options?: PairOptions): this {
    const other = first instanceof LabelTable ? first : this.#empty().add(first, target!, options);
    this.#counts.subtract(other.#counts);
    this.#cells = undefined;
    return this;
  }

  /**
   * Adds the counts of another table, which is not modified.
   *
   * @returns this table.
   * @throws {@link MetricInputError} if its labels are of another kind. This table is not modified.
   */
  merge(other: LabelTable): this {
    this.checkMerge(other);
    this.#counts.merge(other.#counts);
    this.#cells = undefined;
    return this;
  }

  /** @throws {@link MetricInputError} if the labels of `other` are of another kind. */
  checkMerge(other: LabelTable): void {
    requireState(other, LabelTable, 'ContingencyTable');
    this.#counts.checkMerge(other.#counts);
  }

  /** True if all counts are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#counts.isExact;
  }

  /** Returns an independent copy. */
  clone(): this {
    const copy = this.#empty();
    copy.#pairCounts = this.#counts.clone();
    copy.#cells = this.#cells;
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
    copy.#pairCounts = this.#counts.without(new Set<Label>([labels].flat() as Label[]));
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
    return (this.#cells ??= this.#counts.cells());
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
    const { targetLabels, predLabels, row, column, count } = this.cells;
    if (targetLabels.length * predLabels.length > MAX_MATRIX_CELLS) {
      throw new MetricStateError(
        `toMatrix: expected a matrix of at most 2^27 cells, got ${targetLabels.length} × ${predLabels.length}; ` +
          `read the ${count.length} non-zero cells with entries()`,
      );
    }
    const matrix = targetLabels.map(() => predLabels.map(() => 0));
    for (let k = 0; k < count.length; k++) matrix[row[k]!]![column[k]!] = count[k]!;
    return matrix;
  }

  /** Returns a JSON-serializable snapshot, to be restored with `fromJSON`. */
  toJSON(): ContingencySnapshot {
    return contingencySnapshot(this.cells);
  }

  #empty(): this {
    return new (this.constructor as new () => this)();
  }

  /** Counts, created lazily for a table that was created from cells. */
  get #counts(): LabelPairCounts {
    return (this.#pairCounts ??= this.#cells ? countCells(this.#cells) : new LabelPairCounts());
  }
}

function countCells({ targetLabels, predLabels, row, column, count }: TableCells): LabelPairCounts {
  const counts = new LabelPairCounts();
  const labelsOf = (labels: readonly Label[], places: Int32Array): Labels =>
    Array.from(places, (place) => labels[place]!) as Labels;
  const weights = { sampleWeight: count };
  counts.add(checkLabelPairs(labelsOf(predLabels, column), labelsOf(targetLabels, row), weights));
  return counts;
}
