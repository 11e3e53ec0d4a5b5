import {
  checkBinaryScores,
  NEGATIVE,
  POSITIVE,
  type BinaryScores,
  type ScoreBatchOptions,
} from '../../inputs/classification/binaryScores.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { addToTotal } from '../tables/addToTotal.ts';
import { curveOfScores, pointsOf, visitPointsOf, type ScoreCurve, type VisitPoint } from './scoreCurve.ts';
import {
  checkScoreCountsSnapshot,
  checkScoreList,
  SCORE_COUNTS,
  scoreListOf,
  type ScoreCountsSnapshot,
} from './scoreCountsSnapshot.ts';
import { ScoreWeights } from './scoreWeights.ts';
import type { UnsortedScores } from './sortedScores.ts';
import { commonScoreColumns, scoreColumnsOf } from '../commonScoreColumns.ts';

/**
 * Distinct scores of a binary classifier, with the weight of positive and of negative samples for each. ROC curves,
 * precision–recall curves and the areas under them are exact functions of these counts.
 *
 * The size depends on the number of distinct scores. Weights are float64: sums of whole weights are exact up to 2^53.
 * The size of {@link BinnedScoreCounts} does not depend on the scores.
 *
 * @example
 * ```ts
 * import { auroc, ScoreCounts } from 'tfjs-metrics';
 *
 * const counts = ScoreCounts.of([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * [counts.positives, counts.negatives]; // [2, 2]
 * auroc(counts); // 0.75
 * ```
 */
export class ScoreCounts implements MetricState<ScoreCounts> {
  #positive = new ScoreWeights();
  #negative = new ScoreWeights();
  #curve: ScoreCurve | undefined;
  #scoreColumns: number | undefined;

  /**
   * Counts the scores of N samples.
   *
   * @param preds - score of each sample, `[N]` or `[N, 1]`. Any finite numbers.
   * @param target - label of each sample, `[N]`.
   * @throws {@link MetricInputError} if a score, label or weight is invalid, or the lengths differ.
   */
  static of(preds: Samples, target: Labels, options?: ScoreBatchOptions): ScoreCounts {
    return new ScoreCounts().add(preds, target, options);
  }

  /**
   * Counts more samples.
   *
   * @param preds - score of each sample, `[N]` or `[N, 1]`. Any finite numbers.
   * @param target - label of each sample, `[N]`.
   * @returns these counts.
   * @throws {@link MetricInputError} if a score, label or weight is invalid, or the lengths differ. The counts are not
   * modified.
   */
  add(preds: Samples, target: Labels, options?: ScoreBatchOptions): this {
    return this.addChecked(checkBinaryScores(preds, target, options));
  }

  /**
   * Counts samples that have been checked.
   *
   * @internal
   */
  addChecked(batch: BinaryScores): this {
    const scoreColumns = commonScoreColumns(this.#scoreColumns, batch.scoreColumns);
    const [positive, negative] = [scoresOfClass(batch, POSITIVE), scoresOfClass(batch, NEGATIVE)];
    this.#positive.checkAdd(positive);
    this.#negative.checkAdd(negative);
    this.#positive.add(positive);
    this.#negative.add(negative);
    this.#scoreColumns = scoreColumns;
    this.#curve = undefined;
    return this;
  }

  /**
   * Removes samples that were added before: the exact inverse of `add` and `merge` for integer weights. With fractional
   * weights, a rounding error that remains (at most 1e-9 of the weight removed) is set to 0.
   *
   * @returns these counts.
   * @throws {@link MetricStateError} if not all of the samples are contained. The counts are not modified.
   */
  subtract(other: ScoreCounts): this {
    requireState(other, ScoreCounts, 'ScoreCounts');
    const subtractPositive = this.#positive.prepareSubtract(other.#positive, 'positive sample');
    const subtractNegative = this.#negative.prepareSubtract(other.#negative, 'negative sample');
    subtractPositive();
    subtractNegative();
    this.#curve = undefined;
    return this;
  }

  /**
   * Adds the samples of other counts, which are not modified.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if the sum of all weights would be too large, or the scores are those of other
   * numbers of classes. These counts are not modified.
   */
  merge(other: ScoreCounts): this {
    this.checkMerge(other);
    this.#positive.merge(other.#positive);
    this.#negative.merge(other.#negative);
    this.#scoreColumns ??= other.#scoreColumns;
    this.#curve = undefined;
    return this;
  }

  /** @throws {@link MetricInputError} if `merge` would throw. */
  checkMerge(other: ScoreCounts): void {
    requireState(other, ScoreCounts, 'ScoreCounts');
    commonScoreColumns(this.#scoreColumns, other.#scoreColumns);
    addToTotal(this.n, other.n);
  }

  /** Weight of the positive samples (their number, without weights). */
  get positives(): number {
    return this.#positive.total;
  }

  /** Weight of the negative samples (their number, without weights). */
  get negatives(): number {
    return this.#negative.total;
  }

  /** Weight of all samples (their number, without weights). */
  get n(): number {
    return this.positives + this.negatives;
  }

  /** True if all weights are integers with a sum of less than 2^53, so that `subtract` is exact. */
  get isExact(): boolean {
    return this.#positive.isExact && this.#negative.isExact && this.n <= Number.MAX_SAFE_INTEGER;
  }

  /**
   * Weight of positive and negative samples at or above each distinct score, cached until the next change. Scores are
   * computed from it.
   */
  get curve(): ScoreCurve {
    return (this.#curve ??= curveOfScores(this.#positive.sorted, this.#negative.sorted));
  }

  /**
   * Visits the points of {@link ScoreCounts.curve}, and does not store them.
   *
   * @internal
   */
  visitPoints(visit: VisitPoint): void {
    if (this.#curve) pointsOf(this.#curve).visitPoints(visit);
    else visitPointsOf(this.#positive.sorted, this.#negative.sorted, visit);
  }

  /** Returns an independent copy. */
  clone(): ScoreCounts {
    const copy = new ScoreCounts();
    copy.#positive = this.#positive.clone();
    copy.#negative = this.#negative.clone();
    copy.#curve = this.#curve;
    copy.#scoreColumns = this.#scoreColumns;
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ScoreCounts.fromJSON}. */
  toJSON(): ScoreCountsSnapshot {
    const [positive, negative] = [scoreListOf(this.#positive.sorted), scoreListOf(this.#negative.sorted)];
    return { kind: 'ScoreCounts', version: 1, positive, negative, ...scoreColumnsOf(this.#scoreColumns) };
  }

  /**
   * Restores counts from a snapshot made by {@link ScoreCounts.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): ScoreCounts {
    const { positive, negative, scoreColumns } = checkScoreCountsSnapshot(snapshot);
    const counts = new ScoreCounts();
    counts.#scoreColumns = scoreColumns;
    counts.#positive = checkScoreList(SCORE_COUNTS, 'positive', positive);
    counts.#negative = checkScoreList(SCORE_COUNTS, 'negative', negative);
    restoreState(SCORE_COUNTS, () => addToTotal(counts.n, 0));
    return counts;
  }
}

/** Returns a copy of the scores and weights of one class. */
function scoresOfClass({ scores, classes, weights }: BinaryScores, ofClass: number): UnsortedScores {
  let size = 0;
  for (let k = 0; k < classes.length; k++) size += Number(classes[k] === ofClass);
  // One element more than needed: the loops have no branches, which would be mispredicted for mixed classes.
  const own = scores instanceof Float32Array ? new Float32Array(size + 1) : new Float64Array(size + 1);
  for (let k = 0, next = 0; k < classes.length; k++) {
    own[next] = scores[k]!;
    next += Number(classes[k] === ofClass);
  }
  const ownWeights = weights && new Float64Array(size + 1);
  for (let k = 0, next = 0; ownWeights && k < classes.length; k++) {
    ownWeights[next] = weights[k]!;
    next += Number(classes[k] === ofClass);
  }
  return { scores: own.subarray(0, size), weights: ownWeights?.subarray(0, size) };
}
