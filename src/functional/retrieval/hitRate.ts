import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { topKOptions, type TopKOptions } from './retrievalOptions.ts';

/** Hit of one query: 1 if a relevant document is among the first. */
export const hitOfQuery: QueryScore<TopKOptions> = {
  owner: 'hitRate',
  options: topKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: ({ ties, ends, relevantIn, relevant }, { topK = Infinity }) => {
    if (relevant === 0) return NaN;
    /** Probability that a document above is relevant, and that none is. */
    let [hit, miss] = [0, 1];
    for (let tie = 0, above = 0; miss > 0 && tie < ties && above < topK; above = ends[tie++]!) {
      for (let rank = above; relevantIn[tie]! > 0 && rank < Math.min(ends[tie]!, topK); rank++) {
        // Probability that the document at this rank is relevant, if none above is.
        const relevantHere = Math.min(1, relevantIn[tie]! / (ends[tie]! - rank));
        hit += miss * relevantHere;
        miss *= 1 - relevantHere;
      }
    }
    // The difference cancels if a hit is rare; the sum can miss 1 by rounding.
    return miss > 0.5 ? hit : 1 - miss;
  },
};

/**
 * Hit rate: the fraction of queries with a relevant document among the first `topK`. Documents with equal scores count
 * as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `minRelevance`, and what a query without relevant
 * documents counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalHitRate`.
 *
 * @example
 * ```ts
 * import { hitRate } from 'tfjs-metrics';
 *
 * hitRate([0.2, 0.3, 0.5], [1, 0, 0], { topK: 2 }); // 0
 * hitRate([0.9, 0.5, 0.5], [0, 1, 0], { topK: 2 }); // 0.5
 * ```
 */
export function hitRate(preds: Samples, target: Relevance, options?: TopKOptions & DocumentBatchOptions): number {
  return meanOfQueries(hitOfQuery, preds, target, options);
}
