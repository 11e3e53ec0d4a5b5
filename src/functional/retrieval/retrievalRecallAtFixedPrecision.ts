import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import {
  retrievalRecallAtFixedPrecisionOptions,
  type RetrievalRecallAtFixedPrecisionOptions,
} from './retrievalOptions.ts';
import { precisionRecallOfQuery } from './retrievalPrecisionRecallCurve.ts';

/** Result of {@link retrievalRecallAtFixedPrecision}. */
export interface RetrievalRecallAtFixedPrecisionValue {
  /** Recall of the first documents, from 0 to 1; 0 if no number of documents has the precision. */
  readonly recall: number;
  /** Number of first documents with this recall; 0 if none has the precision. */
  readonly topK: number;
}

/** Precision and recall of the first documents of one query, of which the best point is taken. */
export const recallAtFixedPrecisionOfQuery: QueryScore<
  RetrievalRecallAtFixedPrecisionOptions,
  RetrievalRecallAtFixedPrecisionValue
> = {
  ...precisionRecallOfQuery,
  owner: 'retrievalRecallAtFixedPrecision',
  options: retrievalRecallAtFixedPrecisionOptions,
  curve: {
    size: precisionRecallOfQuery.curve!.size,
    valueOf: (means, options) => {
      const { precision, recall } = precisionRecallOfQuery.curve!.valueOf(means, options);
      if (Number.isNaN(recall[0]!)) return { recall: NaN, topK: NaN };
      const { minPrecision = 0.5 } = options;
      let best = { recall: 0, topK: 0 };
      recall.forEach((value, k) => {
        if (precision[k]! >= minPrecision && value > best.recall) best = { recall: value, topK: k + 1 };
      });
      return best;
    },
  },
};

/**
 * Highest recall of the first k documents, k = 1, 2, … `topK`, with a precision of at least `minPrecision`, where
 * recall and precision are means over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `minPrecision`, 0.5 by default; `topK`, the largest k, 10 by
 * default; `adaptiveK`, `minRelevance`, and what a query without relevant documents counts as.
 * @returns recall, from 0 to 1 (best), and the smallest k that has it; both 0 if no k has the precision. NaN without
 * queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalRecallAtFixedPrecision`, which returns the largest k with the recall.
 *
 * @example
 * ```ts
 * import { retrievalRecallAtFixedPrecision } from 'tfjs-metrics';
 *
 * retrievalRecallAtFixedPrecision([0.2, 0.3, 0.5], [1, 0, 1], {
 *   minPrecision: 0.8,
 * }); // { recall: 0.5, topK: 1 }
 * ```
 */
export function retrievalRecallAtFixedPrecision(
  preds: Samples,
  target: Relevance,
  options?: RetrievalRecallAtFixedPrecisionOptions & DocumentBatchOptions,
): RetrievalRecallAtFixedPrecisionValue {
  return meanOfQueries(recallAtFixedPrecisionOfQuery, preds, target, options);
}
