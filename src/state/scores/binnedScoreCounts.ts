import { sum } from '../../numeric/sum.ts';
import {
  checkBinaryScores,
  CLASSES,
  NEGATIVE,
  POSITIVE,
  type BinaryScores,
  type ScoreBatchOptions,
} from '../../inputs/classification/binaryScores.ts';
import type { Labels } from '../../inputs/labels.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { Samples } from '../../inputs/samples.ts';
import type { Thresholds } from '../../inputs/classification/thresholds.ts';
import { BinSearch } from '../../numeric/sorting/binSearch.ts';
import { restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { requireState } from '../requireState.ts';
import { addToTotal, takenWeight } from '../tables/addToTotal.ts';
import { checkBinnedScoresSnapshot, type BinnedScoresSnapshot } from './binnedScoresSnapshot.ts';
import { pointsOf, type ScoreCurve, type VisitPoint } from './scoreCurve.ts';
import { thresholdEdges } from './thresholdEdges.ts';

/**
 * Weight of the positive and negative samples in each bin of scores. Thresholds are the lower edges of the bins. The
 * size depends on the number of thresholds, not on the number of samples.
 *
 * Scores within a bin count as equal. {@link aurocBracket} and {@link averagePrecisionBracket} return bounds of the
 * exact value. For exact values, see {@link ScoreCounts}.
 *
 * @example
 * ```ts
 * import { auroc, aurocBracket, BinnedScoreCounts } from 'tfjs-metrics';
 *
 * const counts = new BinnedScoreCounts([0, 0.25, 0.5, 0.75]);
 * counts.add([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * auroc(counts); // 0.875
 * aurocBracket(counts); // [0.75, 1]
 * ```
 */
export class BinnedScoreCounts implements MetricState<BinnedScoreCounts> {
  readonly #edges: Float64Array;
  readonly #isEven: boolean;
  readonly #search: BinSearch;
  /** Weights of negative, positive and ignored samples, each by bin: first the scores below all thresholds. */
  #weights: Float64Array;
  #isWhole = true;

  /**
   * Creates empty counts.
   *
   * @param thresholds - lower edges of the bins, in any order; or the number of evenly spaced thresholds from 0 to 1,
   * at least 2, for probabilities.
   * @throws {@link MetricInputError} if the thresholds are invalid.
   */
  constructor(thresholds: Thresholds) {
    this.#edges = thresholdEdges(thresholds);
    this.#isEven = typeof thresholds === 'number';
    this.#search = new BinSearch(this.#edges);
    this.#weights = this.#zeros();
  }

  /**
   * Counts more samples.
   *
   * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers for a list of thresholds, probabilities
   * for a number of thresholds.
   * @param target - label of each sample, `[N]`.
   * @returns these counts.
   * @throws {@link MetricInputError} if a score, label or weight is invalid, or the lengths differ. The counts are not
   * modified.
   */
  add(preds: Samples, target: Labels, options?: ScoreBatchOptions): this {
    return this.addChecked(checkBinaryScores(preds, target, options, this.#isEven ? 'probability' : 'any'));
  }

  /**
   * Counts samples that have been checked.
   *
   * @internal
   */
  addChecked({ scores, classes, weights }: BinaryScores): this {
    const added = this.#zeros();
    this.#search.addUp({ values: scores, groups: classes, weights }, { weights: added });
    this.#addWeights(added);
    this.#isWhole &&= weights === undefined || weights.every(Number.isInteger);
    return this;
  }

  /**
   * Removes samples that were added before: the exact inverse of `add` and `merge` for integer weights. With fractional
   * weights, a rounding error that remains (at most 1e-9 of the weight removed) is set to 0.
   *
   * @returns these counts.
   * @throws {@link MetricStateError} if not all of the samples are contained. The counts are not modified.
   */
  subtract(other: BinnedScoreCounts): this {
    this.#requireSameThresholds(other);
    const left = this.#weights.map((held, k) => {
      const weight = other.#weights[k]!;
      const removed = takenWeight(held, weight);
      if (removed !== undefined) return held - removed;
      throw new MetricStateError(`subtract: expected a weight of at most ${held} in a bin of scores, got ${weight}`);
    });
    this.#weights = left;
    this.#isWhole &&= other.#isWhole;
    return this;
  }

  /**
   * Adds the samples of other counts, which are not modified.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if the thresholds differ, or the sum of all weights would be too large. These
   * counts are not modified.
   */
  merge(other: BinnedScoreCounts): this {
    this.checkMerge(other);
    this.#addWeights(other.#weights);
    this.#isWhole &&= other.#isWhole;
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  checkMerge(other: BinnedScoreCounts): void {
    this.#requireSameThresholds(other);
    addToTotal(this.n, other.n);
  }

  /** Thresholds, ascending. */
  get thresholds(): Float64Array {
    return this.#edges.slice();
  }

  /** Weight of the positive samples (their number, without weights). */
  get positives(): number {
    return sum(this.#ofClass(POSITIVE));
  }

  /** Weight of the negative samples (their number, without weights). */
  get negatives(): number {
    return sum(this.#ofClass(NEGATIVE));
  }

  /** Weight of all samples (their number, without weights). */
  get n(): number {
    return this.positives + this.negatives;
  }

  /** True if all weights are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#isWhole && this.n <= Number.MAX_SAFE_INTEGER;
  }

  /**
   * Weight of positive and negative samples at or above each threshold. Samples below all thresholds are counted at
   * −Infinity.
   */
  get curve(): ScoreCurve {
    const [positive, negative] = [this.#ofClass(POSITIVE), this.#ofClass(NEGATIVE)];
    const size = this.#edges.length + (positive[0]! + negative[0]! > 0 ? 1 : 0);
    const [thresholds, truePositives, falsePositives] = [0, 1, 2].map(() => new Float64Array(size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let [positives, negatives] = [0, 0];
    for (let k = 0; k < size; k++) {
      const bin = this.#edges.length - k;
      truePositives[k] = positives += positive[bin]!;
      falsePositives[k] = negatives += negative[bin]!;
      thresholds[k] = bin === 0 ? -Infinity : this.#edges[bin - 1]!;
    }
    return { thresholds, truePositives, falsePositives, positives, negatives };
  }

  /**
   * Visits the points of {@link BinnedScoreCounts.curve}.
   *
   * @internal
   */
  visitPoints(visit: VisitPoint): void {
    pointsOf(this.curve).visitPoints(visit);
  }

  /** Returns an independent copy. */
  clone(): BinnedScoreCounts {
    const copy = new BinnedScoreCounts(this.#given);
    copy.#weights = this.#weights.slice();
    copy.#isWhole = this.#isWhole;
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link BinnedScoreCounts.fromJSON}. */
  toJSON(): BinnedScoresSnapshot {
    return {
      kind: 'BinnedScoreCounts',
      version: 1,
      thresholds: this.#given,
      positive: Array.from(this.#ofClass(POSITIVE)),
      negative: Array.from(this.#ofClass(NEGATIVE)),
    };
  }

  /**
   * Restores counts from a snapshot made by {@link BinnedScoreCounts.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): BinnedScoreCounts {
    const { thresholds, positive, negative } = checkBinnedScoresSnapshot(snapshot);
    return restoreState('binned score counts', () => {
      const counts = new BinnedScoreCounts(thresholds);
      const weights = counts.#zeros();
      weights.set(negative, 0);
      weights.set(positive, weights.length / CLASSES);
      counts.#addWeights(weights);
      counts.#isWhole = weights.every(Number.isInteger);
      return counts;
    });
  }

  get #given(): number | readonly number[] {
    return this.#isEven ? this.#edges.length : Array.from(this.#edges);
  }

  #zeros(): Float64Array {
    return new Float64Array(CLASSES * (this.#edges.length + 1));
  }

  #ofClass(ofClass: number): Float64Array {
    const bins = this.#edges.length + 1;
    return this.#weights.subarray(ofClass * bins, (ofClass + 1) * bins);
  }

  #addWeights(added: Float64Array): void {
    const counted = added.subarray(0, 2 * (this.#edges.length + 1));
    addToTotal(this.n, sum(counted));
    for (let k = 0; k < counted.length; k++) this.#weights[k]! += counted[k]!;
  }

  #requireSameThresholds(other: BinnedScoreCounts): void {
    requireState(other, BinnedScoreCounts, 'BinnedScoreCounts');
    const isSame =
      this.#edges.length === other.#edges.length && this.#edges.every((edge, k) => edge === other.#edges[k]);
    if (isSame && this.#isEven === other.#isEven) return;
    throw new MetricInputError(
      isSame
        ? 'merge: expected thresholds of the same form, got a number of thresholds and a list of them'
        : `merge: expected the same ${this.#edges.length} thresholds, got ${other.#edges.length} others`,
    );
  }
}
