import { recallAtKOfQuery } from '../functional/retrieval/recallAtK.ts';
import type { TopKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Recall at k over all batches: {@link recallAtK} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TopKOptions}.
 *
 * @example
 * ```ts
 * import { RecallAtK } from 'tfjs-metrics';
 *
 * const metric = new RecallAtK({ topK: 2 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.9, 0.6, 0.1], [1, 1, 0]);
 * metric.compute(); // 0.75
 * ```
 */
export class RecallAtK extends RetrievalMetric<TopKOptions> {
  static override readonly metricName = 'RecallAtK';
  static override readonly title = 'Recall at k';
  static override readonly higherIsBetter = true;

  constructor(options?: TopKOptions) {
    super(recallAtKOfQuery, options);
  }
}
