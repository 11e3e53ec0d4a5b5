import { onUndefinedCheck, type OnUndefined } from '../../inputs/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/defineOptions.ts';
import { oneOfCheck } from '../../inputs/optionCheck.ts';
import type { Ratings, RatingsMode } from '../../inputs/ratings.ts';
import { RatingCounts } from '../../state/tables/ratingCounts.ts';
import { scoreOfSamples } from '../scoreOfSamples.ts';
import { undefinedScore } from '../undefinedScore.ts';

/** Options of {@link fleissKappa}. */
export interface FleissKappaOptions {
  /**
   * What the ratings are: `'counts'` of raters by item and category (when left out), or `'probs'` by
   * item, category and rater.
   */
  readonly mode?: RatingsMode | undefined;
  /** Value where the formula is 0/0, or where there are no ratings. Default: 1 for 0/0, NaN without ratings. */
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
 * Fleiss' kappa: how far raters agree beyond chance on the category of each item.
 *
 * κ = (P̄ − P̄ₑ) / (1 − P̄ₑ), with P̄ the share of pairs of ratings of one item that agree, and P̄ₑ = Σⱼ pⱼ²
 * for pⱼ the share of category j among all ratings. Computed as 1 − (1 − P̄)/(1 − P̄ₑ) from whole
 * numbers, so perfect agreement gives exactly 1.
 *
 * @param ratings - how many raters chose each category, `[N, C]`, as many for each item; or with
 * `mode: 'probs'`, how probable each rater found each category, `[N, C, R]`.
 * @returns from −1/(raters − 1) to 1 (all agree), 0 for agreement by chance. 1 where the formula is 0/0,
 * when all ratings are of one category. NaN without ratings.
 * @throws {@link MetricInputError} when a rating is none, an item has fewer than 2 ratings, or not as
 * many as the others.
 * @see J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382.
 *
 * @example
 * ```ts
 * import { fleissKappa } from 'tfjs-metrics';
 *
 * fleissKappa([[3, 0], [0, 3], [2, 1], [3, 0]]); // 0.625
 * fleissKappa([[[0.9, 0.8], [0.1, 0.2]], [[0.4, 0.3], [0.6, 0.7]]], { mode: 'probs' }); // 1
 * ```
 */
export function fleissKappa(ratings: Ratings, options?: FleissKappaOptions): number;
/** The same of ratings that are counted already. */
export function fleissKappa(counts: RatingCounts, options?: FleissKappaOptions): number;
export function fleissKappa(ratings: Ratings | RatingCounts, given?: FleissKappaOptions): number {
  const { mode, onUndefined } = fleissKappaOptions(given);
  const counted = ratings instanceof RatingCounts ? ratings : RatingCounts.of(ratings, mode);
  return scoreOfSamples('fleissKappa', counted.items, onUndefined, () => {
    const { items, raters, squares, totals } = counted;
    const all = items * raters;
    let differentByChance = 0;
    for (const total of totals) differentByChance += total * (all - total);
    if (differentByChance === 0) {
      return undefinedScore('fleissKappa', onUndefined, 1, 'all ratings are of one category');
    }
    const different = (all * raters - squares) / (all * (raters - 1));
    return 1 - different / (differentByChance / all / all);
  });
}
