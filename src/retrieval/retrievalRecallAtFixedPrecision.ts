import {
  recallAtFixedPrecisionOfQuery,
  type RetrievalRecallAtFixedPrecisionValue,
} from '../functional/retrieval/retrievalRecallAtFixedPrecision.ts';
import type { RetrievalRecallAtFixedPrecisionOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Highest recall of the first documents with at least a given precision, over all batches:
 * {@link retrievalRecallAtFixedPrecision} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only sums are kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link RetrievalRecallAtFixedPrecisionOptions}.
 *
 * @example
 * ```ts
 * import { RetrievalRecallAtFixedPrecision } from 'tfjs-metrics';
 *
 * const metric = new RetrievalRecallAtFixedPrecision({ minPrecision: 0.8 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.4, 0.7], [0, 1]);
 * metric.compute(); // { recall: 0.75, topK: 1 }
 * ```
 */
export class RetrievalRecallAtFixedPrecision extends RetrievalMetric<
  RetrievalRecallAtFixedPrecisionOptions,
  RetrievalRecallAtFixedPrecisionValue
> {
  static override readonly metricName = 'RetrievalRecallAtFixedPrecision';
  static override readonly title = 'Recall of rankings at fixed precision';
  static override readonly higherIsBetter = true;

  constructor(options?: RetrievalRecallAtFixedPrecisionOptions) {
    super(recallAtFixedPrecisionOfQuery, options);
  }
}
