import { describeValue } from '../inputs/describeValue.ts';
import {
  readCountedPairs,
  readMatrix,
  type CountedPair,
  type MatrixLabels,
} from '../inputs/countedPairs.ts';
import { checkLabelPairs, type LabelPairs, type PairOptions } from '../inputs/labelPairs.ts';
import type { Label, Labels } from '../inputs/labels.ts';
import { CodeCounts } from './codeCounts.ts';
import {
  checkContingencySnapshot,
  contingencySnapshot,
  type ContingencySnapshot,
} from './contingencySnapshot.ts';
import { LabelCodes, type LabelShape } from './labelCodes.ts';
import type { MetricState } from './metricState.ts';
import { MetricStateError } from './metricStateError.ts';
import { tableCells, type TableCells } from './tableCells.ts';

/** One cell of a contingency table. */
export interface ContingencyEntry extends CountedPair {
  readonly count: number;
}

/** Pairs read into codes at a time: small enough for the codes to stay in the nearest cache. */
const CHUNK = 16384;

/** What sums of fractional weights may differ by and still count as equal, relative. */
const WEIGHT_ROUNDING = 1e-9;

/**
 * How often each pair of a predicted and a true label occurs: the one statistic that every score of
 * two labelings is a function of. Its size depends on the labels, never on the samples.
 *
 * Labels are sorted: numbers by value, strings by their UTF-16 code units (the order of
 * `Array.prototype.sort`), `false` before `true`. So tables that hold the same counts read the same,
 * in whatever order the counts came in. A label whose cells are all zero is not in the table.
 *
 * Counts are float64: exact up to 2^53. A table with few labels is kept as a plain matrix, one with
 * many as a hash table of the pairs that occur (up to 48 bytes each).
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
  #target = new LabelCodes();
  #preds = new LabelCodes();
  #counts = new CodeCounts();
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
  static fromMatrix(
    matrix: readonly ArrayLike<number>[],
    labels: MatrixLabels = {},
  ): ContingencyTable {
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
    return ContingencyTable.of(
      column.map((j) => predLabels[j]!),
      row.map((i) => targetLabels[i]!),
      { sampleWeight: count },
    );
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
    this.#makeRoom(pairs.target, pairs.preds, pairs.length);
    this.#addPairs(pairs);
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
    const other =
      first instanceof ContingencyTable ? first : ContingencyTable.of(first, target!, options);
    const { target: rows, preds: columns, count } = other.#counts.used();
    const taken = count.map((_, k) => this.#takeable(other, rows[k]!, columns[k]!, count[k]!));
    this.#cells = undefined;
    this.#counts.add(
      rows.map((code) => this.#target.find(other.#target, code)!),
      columns.map((code) => this.#preds.find(other.#preds, code)!),
      taken.map((value) => -value),
    );
    return this;
  }

  /**
   * Takes in the counts of another table, which stays as it is.
   *
   * @returns this table.
   * @throws {@link MetricInputError} when its labels are of another kind; this table is then as it was.
   */
  merge(other: ContingencyTable): this {
    const used = other.#counts.used();
    if (used.count.length === 0) return this;
    this.#makeRoom(other.#target.shape, other.#preds.shape, other.#counts.pairsSeen);
    this.#counts.add(
      this.#target.translate(other.#target, used.target),
      this.#preds.translate(other.#preds, used.preds),
      used.count,
    );
    return this;
  }

  /** An independent copy. */
  clone(): ContingencyTable {
    const copy = this.#withoutCounts();
    copy.#counts = this.#counts.clone();
    copy.#cells = this.#cells;
    return copy;
  }

  /** A copy without the pairs in which either side has one of these labels. */
  without(labels: Label | readonly Label[]): ContingencyTable {
    const ignored = new Set<Label>(Array.isArray(labels) ? labels : [labels as Label]);
    const { target, preds, count } = this.#counts.used();
    const kept = (_: number, k: number): boolean =>
      !ignored.has(this.#target.label(target[k]!)) && !ignored.has(this.#preds.label(preds[k]!));
    const copy = this.#withoutCounts();
    copy.#counts.add(target.filter(kept), preds.filter(kept), count.filter(kept));
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
    return (this.#cells ??= tableCells(this.#counts.used(), this.#target, this.#preds));
  }

  /** The cells that are not zero, by target label and then by preds label. */
  *entries(): IterableIterator<ContingencyEntry> {
    const { targetLabels, predLabels, row, column, count } = this.cells;
    for (let k = 0; k < count.length; k++) {
      yield { pred: predLabels[column[k]!]!, target: targetLabels[row[k]!]!, count: count[k]! };
    }
  }

  /** The counts as a matrix: a row for each target label, a column for each preds label. */
  toMatrix(): number[][] {
    const { targetLabels, predLabels, row, column, count } = this.cells;
    const matrix = targetLabels.map(() => predLabels.map(() => 0));
    for (let k = 0; k < count.length; k++) matrix[row[k]!]![column[k]!] = count[k]!;
    return matrix;
  }

  /** A plain object that holds the table, for {@link ContingencyTable.fromJSON}. */
  toJSON(): ContingencySnapshot {
    return contingencySnapshot(this.cells);
  }

  /** How much to take out of the cell that `other` codes so, for `count` less of it to be left. */
  #takeable(other: ContingencyTable, row: number, column: number, count: number): number {
    const target = this.#target.find(other.#target, row);
    const pred = this.#preds.find(other.#preds, column);
    const held = target === undefined || pred === undefined ? 0 : this.#counts.get(target, pred);
    const exact = Number.isInteger(held) && Number.isInteger(count);
    const rounding = exact ? 0 : WEIGHT_ROUNDING * count;
    if (held - count < -rounding) {
      throw new MetricStateError(
        `can't take out ${count} of pred ${describeValue(other.#preds.label(column))} with target ` +
          `${describeValue(other.#target.label(row))}: the table holds ${held}`,
      );
    }
    return held - count <= rounding ? held : count;
  }

  #withoutCounts(): ContingencyTable {
    const copy = new ContingencyTable();
    copy.#target = this.#target.clone();
    copy.#preds = this.#preds.clone();
    copy.#counts.expect(this.#counts.pairsSeen);
    return copy;
  }

  /** Checks that both sides can take labels of these shapes before either is changed for them. */
  #makeRoom(target: LabelShape, preds: LabelShape, pairs: number): void {
    this.#target.requireKind(target.kind, 'target');
    this.#preds.requireKind(preds.kind, 'preds');
    this.#cells = undefined;
    this.#counts.expect(pairs);
    const targetChanged = this.#target.prepare(target);
    const predsChanged = this.#preds.prepare(preds);
    if (!targetChanged && !predsChanged) return;
    const used = this.#counts.used();
    const renumber = (codes: Int32Array, side: LabelCodes): Int32Array =>
      codes.map((label) => side.encodeLabel(label));
    const renumbered = new CodeCounts();
    renumbered.expect(this.#counts.pairsSeen);
    renumbered.add(
      targetChanged ? renumber(used.target, this.#target) : used.target,
      predsChanged ? renumber(used.preds, this.#preds) : used.preds,
      used.count,
    );
    this.#counts = renumbered;
  }

  #addPairs({ target, preds, weights, length }: LabelPairs): void {
    const scratch = Math.min(length, CHUNK);
    const targetScratch = new Int32Array(scratch);
    const predScratch = new Int32Array(scratch);
    for (let start = 0; start < length; start += CHUNK) {
      const end = Math.min(start + CHUNK, length);
      this.#counts.add(
        this.#target.encode(target, start, end, targetScratch),
        this.#preds.encode(preds, start, end, predScratch),
        weights?.subarray(start, end),
      );
    }
  }
}
