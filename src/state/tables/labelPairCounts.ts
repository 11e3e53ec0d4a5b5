import { sum } from '../../numeric/sum.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import type { LabelPairs } from '../../inputs/labelPairs.ts';
import type { Label } from '../../inputs/labels.ts';
import { requireLabelKind } from '../../inputs/requireLabelKind.ts';
import { CodeCounts } from './codeCounts.ts';
import { countEncodedPairs } from './countEncodedPairs.ts';
import { LabelCodes, type LabelShape } from './labelCodes.ts';
import { MetricStateError } from '../metricStateError.ts';
import { tableCells, type TableCells } from './tableCells.ts';
import { addToTotal, takenWeight } from './addToTotal.ts';
import { findCode, translateCodes } from './translateCodes.ts';
import { withoutLabels } from './withoutLabels.ts';

/** Minimum number of removed pairs before the remaining ones are recounted. */
const FEW_TAKEN = 4096;

/** Counts of label pairs: the codes of both sides, and the counts of pairs of codes. */
export class LabelPairCounts {
  #target = new LabelCodes();
  #preds = new LabelCodes();
  #counts = new CodeCounts();
  /** The sum of all weights. */
  #total = 0;
  /** True if all weights were integers. */
  #isWhole = true;
  /** Number of pairs removed since the last recount. */
  #taken = 0;

  /** Counts checked pairs. */
  add(pairs: LabelPairs): void {
    const { target, preds, weights, length } = pairs;
    requireLabelKind(this.#target.kind, target.kind, 'target');
    requireLabelKind(this.#preds.kind, preds.kind, 'preds');
    const total = addToTotal(this.#total, weights ? sum(weights) : length);
    this.#makeRoom(target, preds, length);
    countEncodedPairs(pairs, this.#target, this.#preds, this.#counts);
    this.#total = total;
    this.#isWhole &&= weights === undefined || weights.every(Number.isInteger);
  }

  /** True if all counts are integers that can be added and removed without rounding error. */
  get isExact(): boolean {
    return this.#isWhole && Number.isSafeInteger(this.#total);
  }

  /** Adds the counts of `other`. */
  merge(other: LabelPairCounts): void {
    const used = other.#counts.used();
    if (used.count.length === 0) return;
    this.#makeRoom(other.#target.shape, other.#preds.shape, other.#counts.pairsSeen);
    this.#counts.add(
      translateCodes(used.target, other.#target, this.#target),
      translateCodes(used.preds, other.#preds, this.#preds),
      used.count,
    );
    this.#total += other.#total;
    this.#isWhole &&= other.#isWhole;
  }

  /** Throws if `other` cannot be merged into this. */
  checkMerge(other: LabelPairCounts): void {
    requireLabelKind(this.#target.kind, other.#target.kind, 'target');
    requireLabelKind(this.#preds.kind, other.#preds.kind, 'preds');
    addToTotal(this.#total, other.#total);
  }

  /** Subtracts the counts of `other`, or throws and changes nothing. */
  subtract(other: LabelPairCounts): void {
    const { target, preds, count } = other.#counts.used();
    const taken = count.map((_, k) => -this.#takeable(other, target[k]!, preds[k]!, count[k]!));
    this.#counts.add(
      target.map((code) => findCode(code, other.#target, this.#target)!),
      preds.map((code) => findCode(code, other.#preds, this.#preds)!),
      taken,
    );
    this.#total = Math.max(0, this.#total - other.#total);
    this.#isWhole &&= other.#isWhole;
    this.#taken += other.#counts.pairsSeen;
    if (this.#taken > Math.max(FEW_TAKEN, this.#counts.pairsSeen / 2)) this.#recount();
  }

  /** Rebuilds the counts to free the memory and labels of removed pairs. */
  #recount(): void {
    const { target, preds, count } = this.#counts.used();
    const left = new LabelPairCounts();
    const pairs = Math.max(count.length, this.#counts.pairsSeen - this.#taken);
    left.#makeRoom(this.#target.shape, this.#preds.shape, pairs);
    left.#counts.add(
      translateCodes(target, this.#target, left.#target),
      translateCodes(preds, this.#preds, left.#preds),
      count,
    );
    this.#target = left.#target;
    this.#preds = left.#preds;
    this.#counts = left.#counts;
    this.#taken = 0;
  }

  /** Returns a copy without the pairs that contain one of these labels. */
  without(labels: Label | readonly Label[]): LabelPairCounts {
    const { target, preds, count } = withoutLabels(this.#counts.used(), this.#target, this.#preds, labels);
    const counts = new CodeCounts();
    counts.expect(this.#counts.pairsSeen);
    counts.add(target, preds, count);
    return this.#copyWith(counts, sum(count), count.every(Number.isInteger));
  }

  clone(): LabelPairCounts {
    return this.#copyWith(this.#counts.clone(), this.#total, this.#isWhole);
  }

  /** Returns the non-zero cells, sorted by their labels. */
  cells(): TableCells {
    return tableCells(this.#counts.used(), this.#target, this.#preds);
  }

  #copyWith(counts: CodeCounts, total: number, isWhole: boolean): LabelPairCounts {
    const copy = new LabelPairCounts();
    copy.#target = this.#target.clone();
    copy.#preds = this.#preds.clone();
    copy.#counts = counts;
    copy.#total = total;
    copy.#isWhole = isWhole;
    copy.#taken = this.#taken;
    return copy;
  }

  /** Prepares both sides for labels of these shapes, and re-encodes the counts if codes change. */
  #makeRoom(target: LabelShape, preds: LabelShape, pairs: number): void {
    this.#counts.expect(pairs);
    const targetChanged = this.#target.prepare(target);
    const predsChanged = this.#preds.prepare(preds);
    if (!targetChanged && !predsChanged) return;
    const used = this.#counts.used();
    const renumber = (labels: Int32Array, side: LabelCodes): Int32Array =>
      labels.map((label) => side.encodeLabel(label));
    const renumbered = new CodeCounts();
    renumbered.expect(this.#counts.pairsSeen);
    renumbered.add(
      targetChanged ? renumber(used.target, this.#target) : used.target,
      predsChanged ? renumber(used.preds, this.#preds) : used.preds,
      used.count,
    );
    this.#counts = renumbered;
  }

  /** Returns how much to subtract from a cell of `other`: `count`, or all that is left up to rounding error. */
  #takeable(other: LabelPairCounts, row: number, column: number, count: number): number {
    const target = findCode(row, other.#target, this.#target);
    const pred = findCode(column, other.#preds, this.#preds);
    const held = target === undefined || pred === undefined ? 0 : this.#counts.get(target, pred);
    const taken = takenWeight(held, count);
    if (taken !== undefined) return taken;
    throw new MetricStateError(
      `subtract: expected at most ${held} of pred ${describeValue(other.#preds.label(column))} with target ` +
        `${describeValue(other.#target.label(row))}, got ${count}`,
    );
  }
}
