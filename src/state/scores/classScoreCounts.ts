import * as z from 'zod/mini';
import type { ScoreBatchOptions } from '../../inputs/classification/binaryScores.ts';
import { NO_COLUMN } from '../../inputs/classification/columnsOfTargets.ts';
import {
  checkClassScores,
  type ClassScoreReadingOptions,
  type ClassScores,
} from '../../inputs/classification/classScores.ts';
import type { Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { Thresholds } from '../../inputs/classification/thresholds.ts';
import { BinSearch } from '../../numeric/sorting/binSearch.ts';
import { checkSnapshot, damagedSnapshot, restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { addToTotal } from '../tables/addToTotal.ts';
import { binThresholdsSchema } from './binnedScoresSnapshot.ts';
import { curveOfScores, type ScoreCurve } from './scoreCurve.ts';
import { checkScoreList, scoreListOf, scoreListSchema, type ScoreListSnapshot } from './scoreCountsSnapshot.ts';
import { ScoreWeights } from './scoreWeights.ts';
import { mergeScores, NO_SCORES, type UnsortedScores } from './sortedScores.ts';
import { thresholdEdges } from './thresholdEdges.ts';

const WHAT = 'class score counts';

/** Snapshot of class score counts. Equal counts have equal snapshots. */
interface ClassScoreCountsSnapshot {
  /** Snapshot type. */
  readonly kind: 'ClassScoreCounts';
  /** Format version. */
  readonly version: 1;
  /** The samples that are compared: one class with all others, or each pair of classes. */
  readonly comparison: 'ovr' | 'ovo';
  /** Thresholds, ascending, or the number of evenly spaced thresholds from 0 to 1; absent if scores are exact. */
  readonly thresholds?: number | readonly number[] | undefined;
  /**
   * For the scores of each class, those of its own samples and of all others (`'ovr'`), or those of the samples of each
   * class (`'ovo'`).
   */
  readonly lists: readonly (readonly ScoreListSnapshot[])[];
}

/**
 * Distinct scores of each class, with the weight of the samples that have each score. For the scores of each class,
 * one-vs-rest keeps two lists: one for the samples of that class, one for all other samples. One-vs-one keeps a list for
 * each true class. {@link auroc} of several classes is an exact function of these lists.
 *
 * The number of classes is that of the first batch. With thresholds, each score is replaced by the highest threshold
 * that does not exceed it, so the size does not depend on the number of samples.
 *
 * @example
 * ```ts
 * import { auroc, ClassScoreCounts } from 'tfjs-metrics';
 *
 * const counts = new ClassScoreCounts('ovr');
 * counts.add(
 *   [
 *     [0.7, 0.2, 0.1],
 *     [0.3, 0.4, 0.3],
 *     [0.2, 0.5, 0.3],
 *   ],
 *   [0, 1, 2],
 * );
 * counts.n; // 3
 * auroc(counts); // 0.75
 * ```
 */
export class ClassScoreCounts implements MetricState<ClassScoreCounts> {
  /** The samples that are compared: one class with all others, or each pair of classes. */
  readonly comparison: 'ovr' | 'ovo';
  readonly #thresholds: Thresholds | undefined;
  readonly #search: BinSearch | undefined;
  /** Weight of scores by column and group: own class and others, or true class. Empty before the first batch. */
  #lists: ScoreWeights[][] = [];

  /**
   * Creates empty counts.
   *
   * @param comparison - `'ovr'` for one-vs-rest, `'ovo'` for one-vs-one, which has K lists of scores for each class.
   * @param thresholds - lower edges of bins of scores, in any order; or the number of evenly spaced thresholds from 0
   * to 1, at least 2, for probabilities. Default: exact scores.
   * @throws {@link MetricInputError} if the thresholds are invalid.
   */
  constructor(comparison: 'ovr' | 'ovo', thresholds?: Thresholds) {
    this.comparison = comparison;
    const edges = thresholds === undefined ? undefined : thresholdEdges(thresholds);
    this.#search = edges && new BinSearch(edges);
    this.#thresholds = typeof thresholds === 'number' ? thresholds : edges && Array.from(edges);
  }

  /**
   * Counts more samples.
   *
   * @param preds - score of each class for each sample, `[N, K]`. Any finite numbers; probabilities for a number of
   * thresholds.
   * @param target - label of each sample, `[N]`.
   * @returns these counts.
   * @throws {@link MetricInputError} if a score, label or weight is invalid, the lengths differ, or the number of
   * classes is not that of the batches before. The counts are not modified.
   */
  add(preds: Samples, target: Labels, options?: ScoreBatchOptions & ClassScoreReadingOptions): this {
    const range = typeof this.#thresholds === 'number' ? 'probability' : 'any';
    const batch = this.#binned(checkClassScores(preds, target, options, range));
    if (batch.columns.length === 0) return this;
    this.#requireClasses(batch.size, 'preds', 'columns');
    const added = Array.from({ length: batch.size }, (_, column) => this.#groupsOf(batch, column));
    const lists = this.#lists.length > 0 ? this.#lists : this.#emptyLists(batch.size);
    added.forEach((groups, j) => {
      groups.forEach((group, g) => lists[j]![g]!.checkAdd(group));
    });
    added.forEach((groups, j) => {
      groups.forEach((group, g) => lists[j]![g]!.add(group));
    });
    this.#lists = lists;
    return this;
  }

  /**
   * Removes samples that were added before: the exact inverse of `add` and `merge` for integer weights.
   *
   * @returns these counts.
   * @throws {@link MetricStateError} if not all of the samples are contained. The counts are not modified.
   */
  subtract(other: ClassScoreCounts): this {
    this.#requireSame(other);
    const steps = other.#lists.flatMap((groups, j) =>
      groups.map((group, g) => (this.#lists[j]?.[g] ?? new ScoreWeights()).prepareSubtract(group, `class ${j}`)),
    );
    for (const subtract of steps) subtract();
    return this;
  }

  /**
   * Adds the samples of other counts, which are not modified.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if the comparison or the number of classes differs. These counts are not modified.
   */
  merge(other: ClassScoreCounts): this {
    this.checkMerge(other);
    if (other.#lists.length === 0) return this;
    if (this.#lists.length === 0) this.#lists = this.#emptyLists(other.#lists.length);
    other.#lists.forEach((groups, j) => {
      groups.forEach((group, g) => this.#lists[j]![g]!.merge(group));
    });
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  checkMerge(other: ClassScoreCounts): void {
    this.#requireSame(other);
    addToTotal(this.n, other.n);
  }

  /** Number of classes; 0 before the first batch. */
  get classes(): number {
    return this.#lists.length;
  }

  /** Weight of all samples (their number, without weights). */
  get n(): number {
    return (this.#lists[0] ?? []).reduce((sum, { total }) => sum + total, 0);
  }

  /** True if all weights are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#lists.every((groups) => groups.every(({ isExact }) => isExact));
  }

  /**
   * Curve of the scores of one class, whose samples are the positive ones.
   *
   * @param column - class whose scores are used.
   * @param other - class of the negative samples, for `'ovo'`. Default: all other classes.
   */
  curve(column: number, other?: number): ScoreCurve {
    const groups = this.#lists[column]!;
    if (this.comparison === 'ovr') return curveOfScores(groups[1]!.sorted, groups[0]!.sorted);
    const others = groups.filter((_, g) => (other === undefined ? g !== column : g === other));
    const negative = others.reduce((merged, { sorted }) => mergeScores(merged, sorted), NO_SCORES);
    return curveOfScores(groups[column]!.sorted, negative);
  }

  /** Returns an independent copy. */
  clone(): ClassScoreCounts {
    const copy = new ClassScoreCounts(this.comparison, this.#thresholds);
    copy.#lists = this.#lists.map((groups) => groups.map((group) => group.clone()));
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ClassScoreCounts.fromJSON}. */
  toJSON(): ClassScoreCountsSnapshot {
    const lists = this.#lists.map((groups) => groups.map(({ sorted }) => scoreListOf(sorted)));
    const thresholds = this.#thresholds === undefined ? {} : { thresholds: this.#thresholds };
    return { kind: 'ClassScoreCounts', version: 1, comparison: this.comparison, ...thresholds, lists };
  }

  /**
   * Restores counts from a snapshot made by {@link ClassScoreCounts.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(value: unknown): ClassScoreCounts {
    const snapshot = checkSnapshot<ClassScoreCountsSnapshot>(WHAT, classScoreCountsSchema(), value);
    const { comparison, thresholds, lists } = snapshot;
    const counts = restoreState(WHAT, () => new ClassScoreCounts(comparison, thresholds));
    const size = comparison === 'ovr' ? 2 : lists.length;
    if (lists.length === 1) throw damagedSnapshot(WHAT, 'lists: expected at least 2 classes, got 1');
    counts.#lists = lists.map((groups, j) => {
      if (groups.length !== size) {
        throw damagedSnapshot(WHAT, `lists[${j}]: expected ${size} lists of scores, got ${groups.length}`);
      }
      return groups.map((list, g) => checkScoreList(WHAT, `lists[${j}][${g}]`, list));
    });
    restoreState(WHAT, () => addToTotal(counts.n, 0));
    return counts;
  }

  /**
   * Replaces each score by the highest threshold at or below it, and scores below all thresholds by the least number.
   */
  #binned(batch: ClassScores): ClassScores {
    return this.#search ? { ...batch, data: this.#search.roundDown(batch.data, -Number.MAX_VALUE) } : batch;
  }

  #emptyLists(classes: number): ScoreWeights[][] {
    const size = this.comparison === 'ovr' ? 2 : classes;
    return Array.from({ length: classes }, () => Array.from({ length: size }, () => new ScoreWeights()));
  }

  /** Returns the scores of one class by group. */
  #groupsOf({ data, size, columns, weights }: ClassScores, column: number): UnsortedScores[] {
    const isPaired = this.comparison === 'ovo';
    const groupOf = (i: number): number => (isPaired ? columns[i]! : columns[i] === column ? 1 : 0);
    const sizes = new Int32Array(isPaired ? size : 2);
    for (let i = 0; i < columns.length; i++) if (columns[i] !== NO_COLUMN) sizes[groupOf(i)]!++;
    const groups = Array.from(sizes, (length) => ({
      scores: data instanceof Float32Array ? new Float32Array(length) : new Float64Array(length),
      weights: weights && new Float64Array(length),
    }));
    const next = sizes.fill(0);
    for (let i = 0; i < columns.length; i++) {
      if (columns[i] === NO_COLUMN) continue;
      const group = groupOf(i);
      const at = next[group]!++;
      groups[group]!.scores[at] = data[i * size + column]!;
      if (weights) groups[group]!.weights![at] = weights[i]!;
    }
    return groups;
  }

  #requireSame(other: ClassScoreCounts): void {
    requireState(other, ClassScoreCounts, 'ClassScoreCounts');
    if (other.comparison !== this.comparison) {
      throw new MetricInputError(
        `merge: expected counts for "${this.comparison}", got counts for "${other.comparison}"`,
      );
    }
    if (JSON.stringify(other.#thresholds) !== JSON.stringify(this.#thresholds)) {
      throw new MetricInputError('merge: expected counts with the same thresholds, got counts with others');
    }
    if (other.classes > 0) this.#requireClasses(other.classes, 'merge', 'classes');
  }

  #requireClasses(size: number, where: string, what: string): void {
    if (size < 2) throw new MetricInputError(`${where}: expected scores of at least 2 classes, [N, K], got ${size}`);
    if (this.classes === 0 || size === this.classes) return;
    throw new MetricInputError(`${where}: expected ${this.classes} ${what} as in the batches before, got ${size}`);
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const classScoreCountsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({
    kind: z.literal('ClassScoreCounts', { error: 'expected "ClassScoreCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    comparison: z.enum(['ovr', 'ovo'], { error: 'expected "ovr" or "ovo"' }),
    thresholds: z.optional(binThresholdsSchema()),
    lists: z.array(z.array(scoreListSchema())),
  }),
);
