import { sum } from '../../numeric/sum.ts';
import { borrowInt32, giveBackInt32 } from '../../inputs/borrowInt32.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import type { LabelPairs } from '../../inputs/labelPairs.ts';
import type { Label } from '../../inputs/labels.ts';
import { CodeCounts } from './codeCounts.ts';
import { LabelCodes, type LabelShape } from './labelCodes.ts';
import { MetricStateError } from '../metricStateError.ts';
import { tableCells, type TableCells } from './tableCells.ts';
import { addToTotal, takenWeight } from './addToTotal.ts';

/** Number of labels encoded at a time: few enough for the codes to stay in the L1 cache. */
const CHUNK = 16384;

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
  add({ target, preds, weights, length }: LabelPairs): void {
    this.#target.requireKind(target.kind, 'target');
    this.#preds.requireKind(preds.kind, 'preds');
    const total = addToTotal(this.#total, weights ? sum(weights) : length);
    this.#makeRoom(target, preds, length);
    const targetCodes = this.#target.encodeAll(target);
    const predCodes = this.#preds.encodeAll(preds);
    const chunk = targetCodes && predCodes ? length : Math.min(length, CHUNK);
    const targetBuffer = targetCodes ? undefined : borrowInt32(chunk);
    const predBuffer = predCodes ? undefined : borrowInt32(chunk);
    for (let start = 0; start < length; start += chunk) {
      const end = Math.min(start + chunk, length);
      this.#counts.add(
        targetCodes?.subarray(start, end) ?? this.#target.encode(target, start, end, targetBuffer),
        predCodes?.subarray(start, end) ?? this.#preds.encode(preds, start, end, predBuffer),
        weights?.subarray(start, end),
      );
    }
    giveBackInt32(targetBuffer, predBuffer);
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
      this.#target.translate(other.#target, used.target),
      this.#preds.translate(other.#preds, used.preds),
      used.count,
    );
    this.#total += other.#total;
    this.#isWhole &&= other.#isWhole;
  }

  /** Throws if `other` cannot be merged into this. */
  checkMerge(other: LabelPairCounts): void {
    this.#target.requireKind(other.#target.kind, 'target');
    this.#preds.requireKind(other.#preds.kind, 'preds');
    addToTotal(this.#total, other.#total);
  }

  /** Subtracts the counts of `other`, or throws and changes nothing. */
  subtract(other: LabelPairCounts): void {
    const { target, preds, count } = other.#counts.used();
    const taken = count.map((_, k) => -this.#takeable(other, target[k]!, preds[k]!, count[k]!));
    this.#counts.add(
      target.map((code) => this.#target.find(other.#target, code)!),
      preds.map((code) => this.#preds.find(other.#preds, code)!),
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
    left.#counts.add(left.#target.translate(this.#target, target), left.#preds.translate(this.#preds, preds), count);
    this.#target = left.#target;
    this.#preds = left.#preds;
    this.#counts = left.#counts;
    this.#taken = 0;
  }

  /** Returns a copy without the pairs that contain one of these labels. */
  without(labels: ReadonlySet<Label>): LabelPairCounts {
    const { target, preds, count } = this.#counts.used();
    const kept = (_: number, k: number): boolean =>
      !labels.has(this.#target.label(target[k]!)) && !labels.has(this.#preds.label(preds[k]!));
    const counts = new CodeCounts();
    counts.expect(this.#counts.pairsSeen);
    const left = count.filter(kept);
    counts.add(target.filter(kept), preds.filter(kept), left);
    return this.#copyWith(counts, sum(left), left.every(Number.isInteger));
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
    const target = this.#target.find(other.#target, row);
    const pred = this.#preds.find(other.#preds, column);
    const held = target === undefined || pred === undefined ? 0 : this.#counts.get(target, pred);
    const taken = takenWeight(held, count);
    if (taken !== undefined) return taken;
    throw new MetricStateError(
      `subtract: expected at most ${held} of pred ${describeValue(other.#preds.label(column))} with target ` +
        `${describeValue(other.#target.label(row))}, got ${count}`,
    );
  }
}
