import { MetricInputError } from '../../inputs/metricInputError.ts';
import { checkRatings, type Ratings, type RatingsMode } from '../../inputs/ratings.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { checkRatingSnapshot, type RatingSnapshot } from './ratingSnapshot.ts';

/**
 * Sufficient statistics for Fleiss' kappa: how often each category was chosen, and how many pairs of raters agree.
 * Their size depends on the number of categories only.
 *
 * @example
 * ```ts
 * import { RatingCounts } from 'tfjs-metrics';
 *
 * const ratings = RatingCounts.of([
 *   [0, 3],
 *   [2, 1],
 * ]);
 * ratings.totals; // Float64Array [2, 4]
 * ratings.squares; // 14
 * ```
 */
export class RatingCounts implements MetricState<RatingCounts> {
  #items = 0;
  #raters = 0;
  #squares = 0;
  #totals = new Float64Array(0);

  /**
   * Counts the ratings of N items.
   *
   * @throws {@link MetricInputError} if a rating is invalid, or items have different numbers of ratings.
   */
  static of(ratings: Ratings, mode: RatingsMode = 'counts'): RatingCounts {
    return new RatingCounts().add(ratings, mode);
  }

  /**
   * Restores counts from a snapshot made by {@link RatingCounts.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(snapshot: unknown): RatingCounts {
    const { items, raters, squares, totals } = checkRatingSnapshot(snapshot);
    const counts = new RatingCounts();
    counts.#assign(items, raters, squares, Float64Array.from(totals));
    return counts;
  }

  /**
   * Counts more ratings.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if a rating is invalid, or the number of categories or raters differs from earlier
   * batches.
   */
  add(ratings: Ratings, mode: RatingsMode = 'counts'): this {
    const { counts, items, raters, categories } = checkRatings(ratings, mode);
    if (items === 0) return this;
    const batch = new RatingCounts();
    const totals = new Float64Array(categories);
    let squares = 0;
    for (let k = 0; k < counts.length; k++) {
      totals[k % categories]! += counts[k]!;
      squares += counts[k]! ** 2;
    }
    batch.#assign(items, raters, squares, totals);
    return this.merge(batch);
  }

  /** Number of items. */
  get items(): number {
    return this.#items;
  }

  /** Number of ratings per item. */
  get raters(): number {
    return this.#raters;
  }

  /** Number of ratings in each category. */
  get totals(): Float64Array {
    return this.#totals.slice();
  }

  /** Sum over items and categories of the squared number of ratings. */
  get squares(): number {
    return this.#squares;
  }

  /**
   * Adds other counts, which are not modified.
   *
   * @returns these counts.
   * @throws {@link MetricInputError} if they have another number of raters or categories.
   */
  merge(other: RatingCounts): this {
    this.checkMerge(other);
    if (other.#items === 0) return this;
    const totals = other.#totals.map((total, j) => total + (this.#totals[j] ?? 0));
    this.#assign(this.#items + other.#items, other.#raters, this.#squares + other.#squares, totals);
    return this;
  }

  /** @throws {@link MetricInputError} if `other` has another number of raters or categories. */
  checkMerge(other: RatingCounts): void {
    requireState(other, RatingCounts, 'RatingCounts');
    if (this.#items === 0 || other.#items === 0) return;
    if (this.#raters === other.#raters && this.#totals.length === other.#totals.length) return;
    throw new MetricInputError(
      `ratings: expected ${this.#totals.length} categories and ${this.#raters} raters, as in earlier ` +
        `batches, got ${other.#totals.length} and ${other.#raters}`,
    );
  }

  /** Returns an independent copy. */
  clone(): RatingCounts {
    return new RatingCounts().merge(this);
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link RatingCounts.fromJSON}. */
  toJSON(): RatingSnapshot {
    return {
      kind: 'RatingCounts',
      version: 1,
      items: this.#items,
      raters: this.#raters,
      squares: this.#squares,
      totals: Array.from(this.#totals),
    };
  }

  #assign(items: number, raters: number, squares: number, totals: Float64Array<ArrayBuffer>): void {
    this.#items = items;
    this.#raters = raters;
    this.#squares = squares;
    this.#totals = totals;
  }
}
