import { aurocOfQuery } from '../functional/retrieval/retrievalAuroc.ts';
import type { RelevanceOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Mean area under the ROC curve of queries over all batches: {@link retrievalAuroc} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link RelevanceOptions}.
 *
 * @example
 * ```ts
 * import { RetrievalAuroc } from 'tfjs-metrics';
 *
 * const metric = new RetrievalAuroc();
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.4, 0.7], [0, 1]);
 * metric.compute(); // 0.75
 * ```
 */
export class RetrievalAuroc extends RetrievalMetric<RelevanceOptions> {
  static override readonly metricName = 'RetrievalAuroc';
  static override readonly title = 'Area under the ROC curve of queries';
  static override readonly higherIsBetter = true;

  constructor(options?: RelevanceOptions) {
    super(aurocOfQuery, options);
  }
}
