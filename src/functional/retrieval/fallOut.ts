import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { relevantWithin } from './ranking.ts';
import { topKOptions, type TopKOptions } from './retrievalOptions.ts';

/** Fall-out of the first documents of one query. */
export const fallOutOfQuery: QueryScore<TopKOptions> = {
  owner: 'fallOut',
  options: topKOptions,
  undefinedReason: 'has only relevant documents',
  onEmptyQuery: 'skip',
  of: (ranking, { topK = ranking.n }) => {
    const k = Math.min(topK, ranking.n);
    return (k - relevantWithin(ranking, k)) / (ranking.n - ranking.relevant);
  },
};

/**
 * Fall-out: the fraction of the documents of a query that are not relevant and yet among the first `topK`, and its mean
 * over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `minRelevance`, and what a query with only relevant
 * documents counts as.
 * @returns a number from 0 (best) to 1. NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has only
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalFallOut`, in which a query with only relevant documents counts as 1.
 *
 * @example
 * ```ts
 * import { fallOut } from 'tfjs-metrics';
 *
 * fallOut([0.2, 0.3, 0.5], [1, 0, 1], { topK: 2 }); // 1
 * fallOut([0.9, 0.5, 0.5], [0, 1, 0], { topK: 2 }); // 0.75
 * ```
 */
export function fallOut(preds: Samples, target: Relevance, options?: TopKOptions & DocumentBatchOptions): number {
  return meanOfQueries(fallOutOfQuery, preds, target, options);
}
