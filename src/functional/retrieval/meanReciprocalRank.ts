import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { topKOptions, type TopKOptions } from './retrievalOptions.ts';

/** Reciprocal rank of the first relevant document of one query. */
export const reciprocalRankOfQuery: QueryScore<TopKOptions> = {
  owner: 'meanReciprocalRank',
  options: topKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: ({ ties, ends, relevantIn, relevant }, { topK = Infinity }) => {
    if (relevant === 0) return NaN;
    let value = 0;
    /** Probability that no document above is relevant. */
    let none = 1;
    for (let tie = 0, above = 0; none > 0 && tie < ties && above < topK; above = ends[tie++]!) {
      for (let rank = above; relevantIn[tie]! > 0 && rank < Math.min(ends[tie]!, topK); rank++) {
        const first = none * Math.min(1, relevantIn[tie]! / (ends[tie]! - rank));
        value += first / (rank + 1);
        none -= first;
      }
    }
    return value;
  },
};

/**
 * Mean reciprocal rank: the mean over queries of 1 / r, where r is the rank of the first relevant document. It is 0 if
 * the first `topK` documents have no relevant one. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `minRelevance`, and what a query without relevant
 * documents counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see E. M. Voorhees, TREC-8 (1999); `torchmetrics.retrieval.RetrievalMRR`.
 *
 * @example
 * ```ts
 * import { meanReciprocalRank } from 'tfjs-metrics';
 *
 * meanReciprocalRank([0.2, 0.3, 0.5], [0, 1, 0]); // 0.5
 * meanReciprocalRank([0.9, 0.5, 0.5], [0, 1, 0]); // 0.416667
 * ```
 */
export function meanReciprocalRank(
  preds: Samples,
  target: Relevance,
  options?: TopKOptions & DocumentBatchOptions,
): number {
  return meanOfQueries(reciprocalRankOfQuery, preds, target, options);
}
