import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { topKOptions, type TopKOptions } from './retrievalOptions.ts';

/** Average precision of one query. */
export const averagePrecisionOfQuery: QueryScore<TopKOptions> = {
  owner: 'meanAveragePrecision',
  options: topKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: ({ ties, ends, relevantIn, relevant }, { topK = Infinity }) => {
    let [found, sum] = [0, 0];
    for (let tie = 0, above = 0; tie < ties && above < topK; above = ends[tie++]!) {
      const [size, own] = [ends[tie]! - above, relevantIn[tie]!];
      // A relevant document has, on average, this share of relevant ones among the others of its tie.
      const others = size > 1 ? (own - 1) / (size - 1) : 0;
      for (let rank = above; own > 0 && rank < Math.min(ends[tie]!, topK); rank++) {
        sum += (own / size) * ((found + 1 + (rank - above) * others) / (rank + 1));
      }
      found += own;
    }
    return sum / Math.min(relevant, topK);
  },
};

/**
 * Mean average precision: the mean, over the relevant documents of a query, of the precision at the rank of each, and
 * then over queries.
 *
 * AP = Σᵣ P(r) / min(R, k), over the ranks r ≤ k of relevant documents. P(r) is the fraction of the first r documents
 * that are relevant, R the number of relevant documents, and k the option `topK`. Documents with equal scores count as
 * their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, `minRelevance`, and what a query without relevant
 * documents counts as.
 * @returns a number from 0 to 1 (best). NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see C. Buckley and E. M. Voorhees, SIGIR 2000; `torchmetrics.retrieval.RetrievalMAP`, which divides by the number of
 * relevant documents among the first `top_k`.
 *
 * @example
 * ```ts
 * import { meanAveragePrecision } from 'tfjs-metrics';
 *
 * meanAveragePrecision([0.2, 0.3, 0.5], [1, 0, 1]); // 0.833333
 * meanAveragePrecision([0.9, 0.5, 0.5], [0, 1, 0]); // 0.416667
 * ```
 */
export function meanAveragePrecision(
  preds: Samples,
  target: Relevance,
  options?: TopKOptions & DocumentBatchOptions,
): number {
  return meanOfQueries(averagePrecisionOfQuery, preds, target, options);
}
