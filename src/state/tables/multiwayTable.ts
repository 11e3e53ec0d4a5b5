import { sum } from '../../numeric/sum.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import { restoreState } from '../checkSnapshot.ts';
import { checkCounts, checkSampleWeight } from '../../inputs/sampleWeight.ts';
import { checkLabels, type CheckedLabels, type Label, type Labels } from '../../inputs/labels.ts';
import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import { requireLabelKind } from '../../inputs/requireLabelKind.ts';
import { addUpTuples, concatTuples, type CodedTuples } from './codedTuples.ts';
import { ContingencyTable } from './contingencyTable.ts';
import { LabelCodes, type LabelShape } from './labelCodes.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { checkMultiwaySnapshot, type MultiwaySnapshot } from './multiwaySnapshot.ts';
import { addToTotal } from './addToTotal.ts';
import { translateCodes } from './translateCodes.ts';

/** Number of pending tuples before they are added to the cells; twice the number of cells if that is more. */
const MIN_PENDING = 2 ** 16;

/** One cell of a multiway table. */
export interface MultiwayEntry {
  /** The label of each variable. */
  readonly labels: readonly Label[];
  /** The number of samples with these labels, or the sum of their weights. */
  readonly count: number;
}

/**
 * Contingency table of several variables: the count of each combination of labels. Only combinations that occur take
 * memory, so there are never more cells than samples.
 *
 * @example
 * ```ts
 * import { MultiwayTable } from 'tfjs-metrics';
 *
 * const table = MultiwayTable.of([
 *   ['a', 'a', 'b'],
 *   [0, 0, 1],
 *   [true, false, true],
 * ]);
 * table.variables; // 3
 * table.n; // 3
 * table.pair(0, 1).toMatrix(); // [[2, 0], [0, 1]]
 * ```
 */
export class MultiwayTable implements MetricState<MultiwayTable> {
  #labels: LabelCodes[] = [];
  #cells: CodedTuples = { codes: [], count: new Float64Array(0) };
  #pending: CodedTuples[] = [];
  #pendingSize = 0;
  /** The sum of all weights. */
  #total = 0;

  /**
   * Counts the labels of N samples.
   *
   * @param variables - the labels of each variable, `[N]` each.
   * @throws {@link MetricInputError} if a label or weight is invalid, or the lengths differ.
   */
  static of(variables: readonly Labels[], options?: PairOptions): MultiwayTable {
    return new MultiwayTable().add(variables, options);
  }

  /** Creates a table of two variables, preds and target, from their contingency table. */
  static fromPairs(table: ContingencyTable): MultiwayTable {
    const { targetLabels, predLabels, row, column, count } = table.cells;
    return MultiwayTable.of(
      [Array.from(column, (j) => predLabels[j]!) as Labels, Array.from(row, (i) => targetLabels[i]!) as Labels],
      { sampleWeight: count },
    );
  }

  /**
   * Restores a table from a snapshot made by {@link MultiwayTable.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): MultiwayTable {
    const { variables, count } = checkMultiwaySnapshot(snapshot);
    return restoreState('a multiway table', () =>
      MultiwayTable.of(variables as readonly Labels[], { sampleWeight: count }),
    );
  }

  /**
   * Counts more samples.
   *
   * @param variables - the labels of each variable, `[N]` each.
   * @returns this table.
   * @throws {@link MetricInputError} if an input is invalid. The table is not modified.
   */
  add(variables: readonly Labels[], options: PairOptions = {}): this {
    const { sampleWeight } = readPairOptions(options);
    const checked = checkVariables(variables);
    const length = checked[0]?.values.length ?? 0;
    const weights = checkSampleWeight(sampleWeight, length) ?? new Float64Array(length).fill(1);
    // An empty batch has no kind of label to check.
    if (length === 0) return this;
    this.#requireLike(checked.map(({ kind }) => kind));
    this.#total = addToTotal(this.#total, sum(weights));
    this.#makeRoom(checked);
    const codes = checked.map((labels, v) => this.#labels[v]!.encode(labels, 0, length));
    this.#enqueue(addUpTuples(codes, weights));
    return this;
  }

  /**
   * Adds the counts of another table, which is not modified.
   *
   * @returns this table.
   * @throws {@link MetricInputError} if its variables differ in number or kind. This table is not modified.
   */
  merge(other: MultiwayTable): this {
    this.checkMerge(other);
    const { codes, count } = other.cells;
    if (count.length === 0) return this;
    this.#total += other.#total;
    this.#makeRoom(other.#labels.map(({ shape }) => shape));
    this.#enqueue({
      codes: codes.map((column, v) => translateCodes(column, other.#labels[v]!, this.#labels[v]!)),
      count,
    });
    return this;
  }

  /** @throws {@link MetricInputError} if the variables of `other` differ in number or kind. */
  checkMerge(other: MultiwayTable): void {
    requireState(other, MultiwayTable, 'MultiwayTable');
    if (other.#labels.length > 0) this.#requireLike(other.#labels.map(({ kind }) => kind));
    addToTotal(this.#total, other.#total);
  }

  /** Returns an independent copy. */
  clone(): MultiwayTable {
    return this.#copyWith(this.#labels, this.cells);
  }

  /** Returns the marginal table of the given variables, in that order; the others are summed out. */
  marginal(variables: readonly number[]): MultiwayTable {
    const { codes, count } = this.cells;
    for (const v of variables) this.#requireVariable(v);
    const kept = addUpTuples(
      variables.map((v) => codes[v]!),
      count,
    );
    return this.#copyWith(
      variables.map((v) => this.#labels[v]!),
      kept,
    );
  }

  /** Returns the contingency table of two of the variables. */
  pair(preds: number, target: number): ContingencyTable {
    const { codes, count } = this.marginal([preds, target]).cells;
    const labelsOf = (v: number, column: Int32Array): Labels =>
      Array.from(column, (code) => this.#labels[v]!.label(code)) as Labels;
    return ContingencyTable.of(labelsOf(preds, codes[0]!), labelsOf(target, codes[1]!), {
      sampleWeight: count,
    });
  }

  /**
   * Returns a table of the same combinations with new counts, such as those of a bootstrap sample. Combinations with
   * count 0 are removed.
   *
   * @param counts - the count of each cell, in the order of {@link MultiwayTable.cells}.
   * @throws {@link MetricInputError} if the number of counts is not that of cells, or a count is negative or not
   * finite.
   */
  withCounts(counts: Float64Array): MultiwayTable {
    const { codes, count } = this.cells;
    const checked = checkCounts(counts, count.length);
    const isUsed = (_: number, k: number): boolean => checked[k]! > 0;
    const used = codes.map((column) => column.filter(isUsed));
    return this.#copyWith(this.#labels, { codes: used, count: checked.filter(isUsed) });
  }

  /** Returns a copy without the samples in which any variable has one of these labels. */
  without(labels: Label | readonly Label[]): MultiwayTable {
    const left = new Set([labels].flat() as Label[]);
    const { codes, count } = this.cells;
    const isKept = (_: number, k: number): boolean =>
      !codes.some((column, v) => left.has(this.#labels[v]!.label(column[k]!)));
    const kept = {
      codes: codes.map((column) => column.filter(isKept)),
      count: count.filter(isKept),
    };
    return this.#copyWith(this.#labels, kept);
  }

  /** Number of variables; 0 before the first sample. */
  get variables(): number {
    return this.#labels.length;
  }

  /** The number of samples (or the sum of all weights). */
  get n(): number {
    return this.cells.count.reduce((sum, count) => sum + count, 0);
  }

  /** Combinations that occur: a column of codes for each variable, and the counts. */
  get cells(): CodedTuples {
    if (this.#pending.length > 0) this.#flush();
    return this.#cells;
  }

  /** Iterates over the combinations that occur, with their labels. */
  *entries(): IterableIterator<MultiwayEntry> {
    const { codes, count } = this.cells;
    for (let k = 0; k < count.length; k++) {
      const labels = codes.map((column, v) => this.#labels[v]!.label(column[k]!));
      yield { labels, count: count[k]! };
    }
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link MultiwayTable.fromJSON}. */
  toJSON(): MultiwaySnapshot {
    const entries = [...this.entries()];
    return {
      kind: 'MultiwayTable',
      version: 1,
      variables: this.#labels.map((_, v) => entries.map(({ labels }) => labels[v]!)),
      count: entries.map(({ count }) => count),
    };
  }

  #requireLike(kinds: readonly LabelCodes['kind'][]): void {
    if (this.#labels.length === 0) return;
    if (kinds.length !== this.#labels.length) {
      throw new MetricInputError(
        `variables: expected ${this.#labels.length}, as in earlier batches, got ${kinds.length}`,
      );
    }
    kinds.forEach((kind, v) => {
      requireLabelKind(this.#labels[v]!.kind, kind, `variables[${v}]`);
    });
  }

  #requireVariable(v: number): void {
    if (v in this.#labels) return;
    throw new MetricInputError(`variable: expected an index below ${this.variables}, got ${v}`);
  }

  /** Prepares all variables for labels of these shapes, and re-encodes the counts if codes change. */
  #makeRoom(shapes: readonly LabelShape[]): void {
    if (this.#labels.length === 0) this.#labels = shapes.map(() => new LabelCodes());
    const changed = this.#labels.map((labels, v) => labels.prepare(shapes[v]!));
    if (!changed.includes(true)) return;
    const { codes, count } = this.cells;
    const renumber = (column: Int32Array, v: number): Int32Array =>
      changed[v] === true ? column.map((label) => this.#labels[v]!.encodeLabel(label)) : column;
    if (count.length > 0) this.#cells = addUpTuples(codes.map(renumber), count);
  }

  #enqueue(batch: CodedTuples): void {
    this.#pending.push(batch);
    this.#pendingSize += batch.count.length;
    if (this.#pendingSize > Math.max(MIN_PENDING, 2 * this.#cells.count.length)) this.#flush();
  }

  #flush(): void {
    const parts = this.#cells.count.length > 0 ? [this.#cells, ...this.#pending] : this.#pending;
    const { codes, count } = concatTuples(parts, this.variables);
    this.#cells = addUpTuples(codes, count);
    this.#pending = [];
    this.#pendingSize = 0;
  }

  #copyWith(labels: readonly LabelCodes[], cells: CodedTuples): MultiwayTable {
    const copy = new MultiwayTable();
    copy.#labels = labels.map((codes) => codes.clone());
    // Cells are replaced, never modified, so copies can share them.
    copy.#cells = cells;
    copy.#total = sum(cells.count);
    return copy;
  }
}

function checkVariables(variables: readonly Labels[]): CheckedLabels[] {
  if (!Array.isArray(variables)) {
    throw inputError('variables', 'an array with the labels of each variable', variables);
  }
  const checked = (variables as Labels[]).map((labels, v) => checkLabels(labels, `variables[${v}]`));
  const length = checked[0]?.values.length;
  checked.forEach(({ values }, v) => {
    if (values.length === length) return;
    throw new MetricInputError(`variables[${v}]: expected ${length} labels, as in variables[0], got ${values.length}`);
  });
  return checked;
}
