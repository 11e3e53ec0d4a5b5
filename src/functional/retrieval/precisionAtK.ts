import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { relevantWithin } from './ranking.ts';
import { precisionAtKOptions, type PrecisionAtKOptions } from './retrievalOptions.ts';

/** Precision of the first documents of one query. */
export const precisionAtKOfQuery: QueryScore<PrecisionAtKOptions> = {
  owner: 'precisionAtK',
  options: precisionAtKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: (ranking, { topK = ranking.n, adaptiveK = false }) => {
    if (ranking.relevant === 0) return NaN;
    const k = adaptiveK ? Math.min(topK, ranking.n) : topK;
    return relevantWithin(ranking, k) / k;
  },
};

/**
 * Precision at k: the number of relevant documents among the first k = `topK` of a query, divided by k, and its mean
 * over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `adaptiveK`, `minRelevance`, and what a query without
 * relevant documents counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalPrecision`.
 *
 * @example
 * ```ts
 * import { precisionAtK } from 'tfjs-metrics';
 *
 * precisionAtK([0.2, 0.3, 0.5], [1, 0, 1], { topK: 2 }); // 0.5
 * precisionAtK([0.9, 0.5, 0.5], [0, 1, 0], { topK: 2 }); // 0.25
 * ```
 */
export function precisionAtK(
  preds: Samples,
  target: Relevance,
  options?: PrecisionAtKOptions & DocumentBatchOptions,
): number {
  return meanOfQueries(precisionAtKOfQuery, preds, target, options);
}
