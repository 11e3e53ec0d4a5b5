import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { ndcgOptions, type NdcgOptions } from './retrievalOptions.ts';

/** Normalized discounted cumulative gain of one query. */
export const ndcgOfQuery: QueryScore<NdcgOptions> = {
  owner: 'ndcg',
  options: ndcgOptions,
  undefinedReason: 'has no document with a gain',
  onEmptyQuery: 'zero',
  of: (ranking, { topK = Infinity, gain = 'linear' }) => {
    const { n, grades, ties, ends } = ranking;
    const sorted = ranking.sortedGrades();
    const most = sorted[n - 1]!;
    if (most === 0) return NaN;
    const gainOf = gain === 'linear' ? (grade: number) => grade / most : exponentialGain(most);
    const last = Math.min(n, topK);
    let [highest, found] = [0, 0];
    for (let rank = 0; rank < last; rank++) highest += gainOf(sorted[n - 1 - rank]!) * discount(rank);
    for (let tie = 0, above = 0; tie < ties && above < last; above = ends[tie++]!) {
      let [gains, discounts] = [0, 0];
      for (let rank = above; rank < ends[tie]!; rank++) {
        gains += gainOf(grades[rank]!);
        if (rank < last) discounts += discount(rank);
      }
      found += (gains / (ends[tie]! - above)) * discounts;
    }
    // Rounding can raise the ratio above 1.
    return Math.min(1, found / highest);
  },
};

/** Returns the gain 2^grade − 1, divided by 2 to the power of the largest grade, so that no sum overflows. */
function exponentialGain(most: number): (grade: number) => number {
  const unit = 2 ** -most;
  return (grade) => (grade < 1 ? Math.expm1(grade * Math.LN2) * unit : 2 ** (grade - most) - unit);
}

/** Discounts by rank, as far as they were needed. */
const known: number[] = [];

/** Returns the discount of the gain of the document at a rank, from 0. */
function discount(rank: number): number {
  while (known.length <= rank) known.push(1 / Math.log2(known.length + 2));
  return known[rank]!;
}

/**
 * Normalized discounted cumulative gain: how near the most relevant documents are to the top of a ranking.
 *
 * For the documents of a query in the order of their scores, DCG = Σᵣ gᵣ / log₂(r + 1) over the ranks r = 1, 2, … up to
 * `topK`, with the gain gᵣ of the document at rank r: its grade, or 2^grade − 1. The score is DCG divided by the DCG of
 * the best order, and its mean over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - grade of relevance of each document, a number from 0 up, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `gain`, and what a query without gains counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no gains
 * and `onEmptyQuery` is `'throw'`.
 * @see K. Järvelin and J. Kekäläinen, ACM Transactions on Information Systems 20 (2002); F. McSherry and M. Najork,
 * ECIR 2008, for ties; `sklearn.metrics.ndcg_score`; `torchmetrics.retrieval.RetrievalNormalizedDCG`.
 *
 * @example
 * ```ts
 * import { ndcg } from 'tfjs-metrics';
 *
 * ndcg([0.1, 0.2, 0.3, 4, 70], [10, 0, 0, 1, 5]); // 0.695694
 * // Two queries, the first document of each:
 * ndcg([0.9, 0.8, 0.3, 0.7], [1, 0, 0, 2], {
 *   queries: ['a', 'a', 'b', 'b'],
 *   topK: 1,
 * }); // 1
 * ```
 */
export function ndcg(preds: Samples, target: Relevance, options?: NdcgOptions & DocumentBatchOptions): number {
  return meanOfQueries(ndcgOfQuery, preds, target, options);
}
