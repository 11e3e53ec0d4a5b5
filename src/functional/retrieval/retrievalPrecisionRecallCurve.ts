import type { DocumentBatchOptions, Relevance } from '../../inputs/checkDocuments.ts';
import type { Samples } from '../../inputs/samples.ts';
import { meanOfQueries, type QueryScore } from './meanOfQueries.ts';
import type { Ranking } from './ranking.ts';
import { precisionAtKOptions, type PrecisionAtKOptions } from './retrievalOptions.ts';

/** Result of {@link retrievalPrecisionRecallCurve}. */
export interface RetrievalPrecisionRecallCurveValue {
  /** Precision of the first k documents, for k = 1, 2, … `topK`. */
  readonly precision: Float64Array;
  /** Recall of the first k documents, ascending. */
  readonly recall: Float64Array;
}

/** Default of `topK`. */
const TOP_K = 10;

/** Precision and recall of the first documents of one query. */
export const precisionRecallOfQuery: QueryScore<PrecisionAtKOptions, RetrievalPrecisionRecallCurveValue> = {
  owner: 'retrievalPrecisionRecallCurve',
  options: precisionAtKOptions,
  undefinedReason: 'has no relevant documents',
  onEmptyQuery: 'zero',
  of: (ranking, { topK = TOP_K, adaptiveK = false }) => {
    if (ranking.relevant === 0) return NaN;
    const curve = new Float64Array(2 * topK);
    relevantUpTo(ranking, curve.subarray(0, topK));
    for (let k = 1; k <= topK; k++) {
      const found = curve[k - 1]!;
      curve[k - 1] = found / (adaptiveK ? Math.min(k, ranking.n) : k);
      curve[topK + k - 1] = found / ranking.relevant;
    }
    return curve;
  },
  curve: {
    size: ({ topK = TOP_K }) => 2 * topK,
    valueOf: (means) => ({
      precision: means.slice(0, means.length / 2),
      recall: means.slice(means.length / 2),
    }),
  },
};

/** Fills in how many relevant documents are among the first 1, 2, … on average over the orders of ties. */
function relevantUpTo({ n, ties, ends, relevantIn, relevant }: Ranking, found: Float64Array): void {
  let above = 0;
  let foundAbove = 0;
  for (let tie = 0; tie < ties && above < found.length; tie++) {
    const [end, own] = [ends[tie]!, relevantIn[tie]!];
    for (let k = above; k < Math.min(end, found.length); k++) {
      found[k] = foundAbove + own * ((k + 1 - above) / (end - above));
    }
    above = end;
    foundAbove += own;
  }
  found.fill(relevant, n);
}

/**
 * Precision–recall curve of rankings: precision and recall of the first k documents of a query, for k = 1, 2, … `topK`,
 * each averaged over queries. Documents with equal scores count as their average over all orders.
 *
 * @param preds - score of each document, `[N]`, or `[Q, D]` with a query in each row.
 * @param target - relevance of each document: grades from 0 up, or booleans, in the shape of `preds`.
 * @param options - `queries`, the query of each document; `topK`, the number of points, 10 by default; `adaptiveK`,
 * `minRelevance`, and what a query without relevant documents counts as.
 * @returns precision and recall, each of `topK` values from 0 to 1: {@link precisionAtK} and {@link recallAtK} for each
 * k. NaN without queries.
 * @throws {@link MetricInputError} if an input or option is invalid; {@link MetricStateError} if a query has no
 * relevant documents and `onEmptyQuery` is `'throw'`.
 * @see `torchmetrics.retrieval.RetrievalPrecisionRecallCurve`.
 *
 * @example
 * ```ts
 * import { retrievalPrecisionRecallCurve } from 'tfjs-metrics';
 *
 * const { precision, recall } = retrievalPrecisionRecallCurve(
 *   [0.2, 0.3, 0.5],
 *   [1, 0, 1],
 *   { topK: 3 },
 * );
 * precision; // Float64Array [1, 0.5, 0.666667]
 * recall; // Float64Array [0.5, 0.5, 1]
 * ```
 */
export function retrievalPrecisionRecallCurve(
  preds: Samples,
  target: Relevance,
  options?: PrecisionAtKOptions & DocumentBatchOptions,
): RetrievalPrecisionRecallCurveValue {
  return meanOfQueries(precisionRecallOfQuery, preds, target, options);
}
