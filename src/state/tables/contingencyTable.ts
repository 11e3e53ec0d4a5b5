import { readCountedPairs, readMatrix, type CountedPair, type MatrixLabels } from '../../inputs/readCountedPairs.ts';
import { restoreState } from '../checkSnapshot.ts';
import { checkLabelPairs, type PairOptions } from '../../inputs/labelPairs.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import type { Label, Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { checkContingencySnapshot, contingencySnapshot, type ContingencySnapshot } from './contingencySnapshot.ts';
import { LabelPairCounts } from './labelPairCounts.ts';
import type { MetricState } from '../metricState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { recountedCells, type TableCells } from './tableCells.ts';

/** A matrix of more cells (1 GB) is refused. */
const MOST_MATRIX_CELLS = 2 ** 27;

/** One cell of a contingency table. */
export interface ContingencyEntry extends CountedPair {
  readonly count: number;
}

/**
 * How often each pair of a predicted and a true label occurs: the one statistic that every score of
 * two labelings is a function of. Its size depends on the labels, never on the samples.
 *
 * Labels are sorted: numbers by value, strings by their UTF-16 code units (the order of
 * `Array.prototype.sort`), `false` before `true`. So tables that hold the same counts read the same,
 * in whatever order the counts came in. A label whose cells are all zero is not in the table.
 *
 * Counts are float64: exact up to 2^53. A table with few labels is kept as a plain matrix, one with
 * many as sorted columns of the pairs that occur (16 bytes each, and up to 32 while a batch comes in).
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
export class ContingencyTable implements MetricState<ContingencyTable> {
  #pairCounts: LabelPairCounts | undefined;
  #cells: TableCells | undefined;

  /**
   * Counts the label pairs of N samples.
   *
   * @param preds - predicted labels, `[N]`.
   * @param target - true labels, `[N]`.
   * @throws {@link MetricInputError} when a label or weight is none, or the lengths differ.
   */
  static of(preds: Labels, target: Labels, options?: PairOptions): ContingencyTable {
    return new ContingencyTable().add(preds, target, options);
  }

  /**
   * Makes a table of counted pairs, such as the rows of a `GROUP BY`. Pairs that come twice add up.
   *
   * @throws {@link MetricInputError} when a label is none, or a count is below 0 or not finite.
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
   * Makes a table of a matrix of counts: rows are target labels, columns preds labels.
   *
   * @throws {@link MetricInputError} when rows differ in length, labels don't fit, or a count is none.
   */
  static fromMatrix(matrix: readonly ArrayLike<number>[], labels: MatrixLabels = {}): ContingencyTable {
    const { preds, target, sampleWeight } = readMatrix(matrix, labels);
    return ContingencyTable.of(preds, target, { sampleWeight });
  }

  /**
   * Restores a table from what {@link ContingencyTable.toJSON} made.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged or of another kind or version.
   */
  static fromJSON(snapshot: unknown): ContingencyTable {
    const { targetLabels, predLabels, row, column, count } = checkContingencySnapshot(snapshot);
    const preds = column.map((j) => predLabels[j]!);
    const target = row.map((i) => targetLabels[i]!);
    return restoreState('a contingency table', () => ContingencyTable.of(preds, target, { sampleWeight: count }));
  }

  /**
   * Counts more pairs.
   *
   * @param preds - predicted labels, `[N]`.
   * @param target - true labels, `[N]`.
   * @returns this table.
   * @throws {@link MetricInputError} when an input is none; the table is then as it was.
   */
  add(preds: Labels, target: Labels, options?: PairOptions): this {
    const pairs = checkLabelPairs(preds, target, options);
    if (pairs.length === 0) return this;
    this.#counts.add(pairs);
    this.#cells = undefined;
    return this;
  }

  /**
   * Takes out pairs that were added before: the exact inverse of {@link ContingencyTable.add} and
   * {@link ContingencyTable.merge} for counts; with fractional weights, what rounding leaves of a
   * cell (less than 1e-9 of what is taken) is cleared.
   *
   * @returns this table.
   * @throws {@link MetricStateError} when it doesn't hold all of them; the table is then as it was.
   */
  subtract(other: ContingencyTable): this;
  subtract(preds: Labels, target: Labels, options?: PairOptions): this;
  subtract(first: ContingencyTable | Labels, target?: Labels, options?: PairOptions): this {
    const other = first instanceof ContingencyTable ? first : ContingencyTable.of(first, target!, options);
    this.#counts.subtract(other.#counts);
    this.#cells = undefined;
    return this;
  }

  /**
   * Takes in the counts of another table, which stays as it is.
   *
   * @returns this table.
   * @throws {@link MetricInputError} when its labels are of another kind; this table is then as it was.
   */
  merge(other: ContingencyTable): this {
    this.checkMerge(other);
    this.#counts.merge(other.#counts);
    this.#cells = undefined;
    return this;
  }

  /** @throws {@link MetricInputError} when the labels of another table are of another kind. */
  checkMerge(other: ContingencyTable): void {
    if (!(other instanceof ContingencyTable)) {
      throw new MetricInputError(`expected a ContingencyTable, got ${describeValue(other)}`);
    }
    this.#counts.checkMerge(other.#counts);
  }

  /** Whether all counts were whole, so that {@link ContingencyTable.subtract} leaves no trace. */
  get isExact(): boolean {
    return this.#counts.isExact;
  }

  /** An independent copy. */
  clone(): ContingencyTable {
    const copy = new ContingencyTable();
    copy.#pairCounts = this.#counts.clone();
    copy.#cells = this.#cells;
    return copy;
  }

  /**
   * A table of the same pairs of labels that has other counts, as one that a bootstrap draws; pairs whose
   * count is 0 are left out.
   *
   * @param counts - the count of each of {@link ContingencyTable.cells}, in their order.
   * @throws {@link MetricInputError} when there are more or fewer, or one is below 0 or not finite.
   */
  withCounts(counts: Float64Array): ContingencyTable {
    const table = new ContingencyTable();
    table.#cells = recountedCells(this.cells, counts);
    return table;
  }

  /** A copy without the pairs in which either side has one of these labels. */
  without(labels: Label | readonly Label[]): ContingencyTable {
    const copy = new ContingencyTable();
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

  /** The table as sorted arrays, made once after each change: what scores are computed from. */
  get cells(): TableCells {
    return (this.#cells ??= this.#counts.cells());
  }

  /** The cells that are not zero, by target label and then by preds label. */
  *entries(): IterableIterator<ContingencyEntry> {
    const { targetLabels, predLabels, row, column, count } = this.cells;
    for (let k = 0; k < count.length; k++) {
      yield { pred: predLabels[column[k]!]!, target: targetLabels[row[k]!]!, count: count[k]! };
    }
  }

  /**
   * The counts as a matrix: a row for each target label, a column for each preds label.
   *
   * @throws {@link MetricStateError} when it would have more than 2^27 cells.
   */
  toMatrix(): number[][] {
    const { targetLabels, predLabels, row, column, count } = this.cells;
    if (targetLabels.length * predLabels.length > MOST_MATRIX_CELLS) {
      throw new MetricStateError(
        `a matrix of ${targetLabels.length} × ${predLabels.length} cells would not fit the memory; ` +
          `read the ${count.length} cells that are not zero by entries()`,
      );
    }
    const matrix = targetLabels.map(() => predLabels.map(() => 0));
    for (let k = 0; k < count.length; k++) matrix[row[k]!]![column[k]!] = count[k]!;
    return matrix;
  }

  /** A plain object that holds the table, for {@link ContingencyTable.fromJSON}. */
  toJSON(): ContingencySnapshot {
    return contingencySnapshot(this.cells);
  }

  /** Made only when they are needed, of a table that was given its cells. */
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
