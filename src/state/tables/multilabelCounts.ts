import { MetricInputError } from '../../inputs/metricInputError.ts';
import {
  checkMultilabels,
  UNKNOWN,
  type CheckedMultilabels,
  type MultilabelBatchOptions,
  type Multilabels,
} from '../../inputs/classification/multilabels.ts';
import { restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { requireState } from '../requireState.ts';
import { checkMultilabelSnapshot, type MultilabelSnapshot } from './multilabelSnapshot.ts';
import type { OneVsRest } from './oneVsRest.ts';
import { addToTotal, takenWeight } from './addToTotal.ts';
import { commonScoreColumns, scoreColumnsOf } from '../commonScoreColumns.ts';

/** Offsets of the counts of all labels after those of samples: `[n, exact, tp…, fp…, fn…, tn…]`. */
const [SAMPLES, EXACT, FIRST] = [0, 1, 2];

/**
 * Counts for samples with several labels each: true and false positives and negatives of each label, and the number of
 * samples with all labels correct. The number of labels is that of the first batch, and the size depends only on it.
 *
 * @example
 * ```ts
 * import { MultilabelCounts, multilabelRecall } from 'tfjs-metrics';
 *
 * const counts = MultilabelCounts.of(
 *   [
 *     [1, 0],
 *     [1, 1],
 *     [0, 1],
 *   ],
 *   [
 *     [1, 0],
 *     [0, 1],
 *     [1, 1],
 *   ],
 * );
 * counts.labels[0]; // { tp: 1, fp: 1, fn: 1, tn: 0 }
 * counts.n; // 3
 * multilabelRecall(counts); // 0.75
 * ```
 */
export class MultilabelCounts implements MetricState<MultilabelCounts> {
  #counts = new Float64Array(FIRST);
  #isWhole = true;
  #scoreColumns: number | undefined;

  /**
   * Counts the labels of N samples.
   *
   * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities.
   * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
   * @throws {@link MetricInputError} if an input is invalid.
   */
  static of(preds: Multilabels, target: Multilabels, options?: MultilabelBatchOptions): MultilabelCounts {
    return new MultilabelCounts().add(preds, target, options);
  }

  /**
   * Restores counts from a snapshot made by {@link MultilabelCounts.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): MultilabelCounts {
    const { n, exactMatches, tp, fp, fn, tn, scoreColumns } = checkMultilabelSnapshot(snapshot);
    return restoreState('multilabel counts', () => {
      addToTotal(n, 0);
      const counts = new MultilabelCounts();
      counts.#counts = Float64Array.from([n, exactMatches, tp, fp, fn, tn].flat());
      counts.#scoreColumns = scoreColumns;
      counts.#isWhole = counts.#counts.every(Number.isInteger);
      return counts;
    });
  }

  /**
   * Counts more samples.
   *
   * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities.
   * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
   * @returns these counts.
   * @throws {@link MetricInputError} if an input is invalid, or the number of labels is not that of the batches before.
   * The counts are not modified.
   */
  add(preds: Multilabels, target: Multilabels, options: MultilabelBatchOptions = {}): this {
    return this.addChecked(checkMultilabels(preds, target, options));
  }

  /**
   * Counts samples that have been checked.
   *
   * @internal
   */
  addChecked(batch: CheckedMultilabels<Uint8Array>): this {
    if (batch.n === 0) return this;
    const added = new MultilabelCounts();
    added.#counts = countsOf(batch);
    added.#scoreColumns = batch.scoreColumns;
    added.#isWhole = batch.weights === undefined || batch.weights.every(Number.isInteger);
    return this.merge(added);
  }

  /**
   * Removes samples that were added before: the exact inverse of `add` and `merge` for integer weights. With fractional
   * weights, a rounding error that remains (at most 1e-9 of the weight removed) is set to 0.
   *
   * @returns these counts.
   * @throws {@link MetricStateError} if not all of the samples are contained. The counts are not modified.
   */
  subtract(other: MultilabelCounts): this {
    this.#requireSame(other);
    if (other.size === 0) return this;
    const left = other.#counts.map((weight, k) => {
      const held = this.#counts[k] ?? 0;
      const taken = takenWeight(held, weight);
      if (taken !== undefined) return held - taken;
      throw new MetricStateError(`subtract: expected a weight of at most ${held} of a label, got ${weight}`);
    });
    this.#counts = left;
    this.#isWhole &&= other.#isWhole;
    return this;
  }

  /**
   * Adds the samples of other counts, which are not modified.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if the number of labels differs, or the sum of all weights would be too large.
   * These counts are not modified.
   */
  merge(other: MultilabelCounts): this {
    this.checkMerge(other);
    if (other.size === 0) return this;
    this.#counts = other.#counts.map((count, k) => count + (this.#counts[k] ?? 0));
    this.#isWhole &&= other.#isWhole;
    this.#scoreColumns ??= other.#scoreColumns;
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  checkMerge(other: MultilabelCounts): void {
    this.#requireSame(other);
    commonScoreColumns(this.#scoreColumns, other.#scoreColumns);
    addToTotal(this.n, other.n);
  }

  /** Number of labels; 0 before the first batch. */
  get size(): number {
    return (this.#counts.length - FIRST) / 4;
  }

  /** Number of samples with at least one known label, or the sum of their weights. */
  get n(): number {
    return this.#counts[SAMPLES]!;
  }

  /** Number of samples of which all known labels are predicted correctly, or the sum of their weights. */
  get exactMatches(): number {
    return this.#counts[EXACT]!;
  }

  /** True and false positives and negatives of each label. */
  get labels(): OneVsRest[] {
    const [tp, fp, fn, tn] = this.#parts();
    return tp.map((count, j) => ({ tp: count, fp: fp[j]!, fn: fn[j]!, tn: tn[j]! }));
  }

  /** True if all weights are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#isWhole && this.n <= Number.MAX_SAFE_INTEGER;
  }

  /** Returns an independent copy. */
  clone(): MultilabelCounts {
    return new MultilabelCounts().merge(this);
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link MultilabelCounts.fromJSON}. */
  toJSON(): MultilabelSnapshot {
    const [tp, fp, fn, tn] = this.#parts();
    const { n, exactMatches } = this;
    const columns = scoreColumnsOf(this.#scoreColumns);
    return { kind: 'MultilabelCounts', version: 1, n, exactMatches, tp, fp, fn, tn, ...columns };
  }

  #parts(): [tp: number[], fp: number[], fn: number[], tn: number[]] {
    const { size } = this;
    const part = (p: number): number[] => Array.from(this.#counts.subarray(FIRST + p * size, FIRST + (p + 1) * size));
    return [part(0), part(1), part(2), part(3)];
  }

  #requireSame(other: MultilabelCounts): void {
    requireState(other, MultilabelCounts, 'MultilabelCounts');
    if (this.size === 0 || other.size === 0 || this.size === other.size) return;
    throw new MetricInputError(
      `preds: expected ${this.size} labels, [N, ${this.size}], as in the batches before, got ${other.size}`,
    );
  }
}

function countsOf({ n, size, preds, target, weights }: CheckedMultilabels<Uint8Array>): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(FIRST + 4 * size);
  for (let i = 0; i < n; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    let [known, wrong] = [0, 0];
    for (let j = 0; j < size; j++) {
      const [predicted, truth] = [preds[i * size + j]!, target[i * size + j]!];
      if (truth === UNKNOWN) continue;
      known++;
      wrong += predicted ^ truth;
      // tp, fp, fn and tn are the parts 0, 1, 2 and 3.
      counts[FIRST + (2 * (1 - predicted) + (1 - truth)) * size + j]! += weight;
    }
    if (known === 0) continue;
    counts[SAMPLES]! += weight;
    if (wrong === 0) counts[EXACT]! += weight;
  }
  return counts;
}
