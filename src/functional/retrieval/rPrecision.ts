import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { relevantWithin } from './ranking.ts';
import { relevanceOptions, type RelevanceOptions } from './retrievalOptions.ts';

/** Precision of the first R documents of one query, of which R are relevant. */
export const rPrecisionOfQuery: QueryScore<RelevanceOptions> = {
  owner: 'rPrecision',
  options: relevanceOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: (ranking) => relevantWithin(ranking, ranking.relevant) / ranking.relevant,
};

/**
 * R-precision: the fraction of relevant documents among the first R of a query, where R is the number of its relevant
 * documents, and its mean over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `minRelevance`, and what a query without relevant documents
 * counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalRPrecision`.
 *
 * @example
 * ```ts
 * import { rPrecision } from 'tfjs-metrics';
 *
 * rPrecision([0.2, 0.3, 0.5], [1, 0, 1]); // 0.5
 * rPrecision([0.9, 0.5, 0.5], [0, 1, 0]); // 0
 * ```
 */
export function rPrecision(
  preds: Samples,
  target: Relevance,
  options?: RelevanceOptions & DocumentBatchOptions,
): number {
  return meanOfQueries(rPrecisionOfQuery, preds, target, options);
}
