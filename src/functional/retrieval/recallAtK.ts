import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { relevantWithin } from './ranking.ts';
import { topKOptions, type TopKOptions } from './retrievalOptions.ts';

/** Recall of the first documents of one query. */
export const recallAtKOfQuery: QueryScore<TopKOptions> = {
  owner: 'recallAtK',
  options: topKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: (ranking, { topK = ranking.n }) => relevantWithin(ranking, topK) / ranking.relevant,
};

/**
 * Recall at k: the fraction of the relevant documents of a query that are among the first k = `topK`, and its mean over
 * queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `minRelevance`, and what a query without relevant
 * documents counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalRecall`.
 *
 * @example
 * ```ts
 * import { recallAtK } from 'tfjs-metrics';
 *
 * recallAtK([0.2, 0.3, 0.5], [1, 0, 1], { topK: 2 }); // 0.5
 * recallAtK([0.9, 0.5, 0.5], [0, 1, 0], { topK: 2 }); // 0.5
 * ```
 */
export function recallAtK(preds: Samples, target: Relevance, options?: TopKOptions & DocumentBatchOptions): number {
  return meanOfQueries(recallAtKOfQuery, preds, target, options);
}
