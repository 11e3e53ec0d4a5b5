import { onUndefinedCheck, type OnUndefined } from '../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { oneOfCheck, requireNoReadingOptions } from '../../inputs/options/optionCheck.ts';
import type { Ratings, RatingsMode } from '../../inputs/ratings.ts';
import { RatingCounts } from '../../state/tables/ratingCounts.ts';
import { scoreOfSamples, undefinedScore } from '../undefinedScore.ts';

/** Options for {@link fleissKappa}. */
export interface FleissKappaOptions {
  /**
   * Format of the ratings: numbers of raters by item and category (`'counts'`), or probabilities by item, category and
   * rater (`'probs'`), where each rater chooses the most probable category. Default: `'counts'`.
   */
  readonly mode?: RatingsMode | undefined;
  /** Value if the formula is 0/0 or there are no ratings. Default: 1 for 0/0, NaN without ratings. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Reads {@link FleissKappaOptions}. */
export const fleissKappaOptions: OptionsReader<FleissKappaOptions> = /* @__PURE__ */ defineOptions(
  'fleissKappa',
  () => ({
    mode: oneOfCheck(['counts', 'probs']),
    onUndefined: onUndefinedCheck(),
  }),
);

/**
 * Fleiss' kappa: agreement of several raters on the category of each item, adjusted for chance.
 *
 * κ = (P̄ − P̄ₑ) / (1 − P̄ₑ). P̄ is the fraction of agreeing pairs among all pairs of ratings of the same item, and P̄ₑ
 * = Σⱼ pⱼ², with pⱼ the fraction of all ratings in category j. κ is computed as 1 − (1 − P̄)/(1 − P̄ₑ) from integers,
 * so that perfect agreement gives exactly 1.
 *
 * @param ratings - number of raters that chose each category, `[N, C]`, with the same sum for each item; or with
 * `mode: 'probs'`, the probability that each rater assigns to each category, `[N, C, R]`.
 * @returns a value from −1/(R − 1) for R raters to 1 (all agree), 0 if the agreement is that expected by chance. 1 if
 * all ratings are in the same category, where the formula is 0/0. NaN if there are no ratings.
 * @throws {@link MetricInputError} if a rating is invalid, an item has fewer than 2 ratings, or items have different
 * numbers of ratings.
 * @see J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382.
 *
 * @example
 * ```ts
 * import { fleissKappa } from 'tfjs-metrics';
 *
 * fleissKappa([
 *   [3, 0],
 *   [0, 3],
 *   [2, 1],
 *   [3, 0],
 * ]); // 0.625
 * fleissKappa(
 *   [
 *     [
 *       [0.9, 0.8],
 *       [0.1, 0.2],
 *     ],
 *     [
 *       [0.4, 0.3],
 *       [0.6, 0.7],
 *     ],
 *   ],
 *   { mode: 'probs' },
 * ); // 1
 * ```
 */
export function fleissKappa(ratings: Ratings, options?: FleissKappaOptions): number;
/** Computes the score from counted ratings. */
export function fleissKappa(counts: RatingCounts, options?: Omit<FleissKappaOptions, 'mode'>): number;
export function fleissKappa(ratings: Ratings | RatingCounts, given?: FleissKappaOptions): number {
  const { mode, onUndefined } = fleissKappaOptions(given);
  if (ratings instanceof RatingCounts) requireNoReadingOptions('fleissKappa', { mode }, ['mode']);
  const counted = ratings instanceof RatingCounts ? ratings : RatingCounts.of(ratings, mode);
  return scoreOfSamples('fleissKappa', counted.items, onUndefined, () => {
    const { items, raters, squares, totals } = counted;
    const all = items * raters;
    let differentByChance = 0;
    for (const total of totals) differentByChance += total * (all - total);
    if (differentByChance === 0) {
      return undefinedScore('fleissKappa', onUndefined, 1, 'all ratings are in the same category');
    }
    const different = (all * raters - squares) / (all * (raters - 1));
    return 1 - different / (differentByChance / all / all);
  });
}
