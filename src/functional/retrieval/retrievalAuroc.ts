import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import { relevanceOptions, type RelevanceOptions } from './retrievalOptions.ts';

/** Area under the ROC curve of one query. */
export const aurocOfQuery: QueryScore<RelevanceOptions> = {
  owner: 'retrievalAuroc',
  options: relevanceOptions,
  undefinedReason: 'does not have both relevant and other documents',
  onEmptyQuery: 'skip',
  of: ({ n, ties, ends, relevantIn, relevant }) => {
    /** Pairs of a relevant document and one that is not, in this order; a tie counts as half. */
    let [ordered, found] = [0, 0];
    for (let tie = 0, above = 0; tie < ties; above = ends[tie++]!) {
      const own = relevantIn[tie]!;
      ordered += (ends[tie]! - above - own) * (found + own / 2);
      found += own;
    }
    return ordered / (relevant * (n - relevant));
  },
};

/**
 * Area under the ROC curve of each query, and its mean over queries: the probability that a relevant document of a
 * query is ranked above one that is not.
 *
 * AUROC = Σ (1 if sᵢ > sⱼ, ½ if sᵢ = sⱼ, else 0) / (R · (N − R)), over the R relevant documents i and the N − R other
 * documents j of a query, with scores s.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `minRelevance`, and what a query counts as that does not have
 * both relevant and other documents.
 * @returns a number from 0 to 1 (best); 0.5 for a random order. NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query does not have
 * both relevant and other documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalAUROC`, in which such a query counts as 0.
 *
 * @example
 * ```ts
 * import { retrievalAuroc } from 'tfjs-metrics';
 *
 * retrievalAuroc([0.2, 0.3, 0.5], [1, 0, 1]); // 0.5
 * retrievalAuroc([0.9, 0.5, 0.5], [0, 1, 0]); // 0.25
 * ```
 */
export function retrievalAuroc(
  preds: Samples,
  target: Relevance,
  options?: RelevanceOptions & DocumentBatchOptions,
): number {
  return meanOfQueries(aurocOfQuery, preds, target, options);
}
