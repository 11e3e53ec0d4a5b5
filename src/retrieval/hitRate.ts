import { hitOfQuery } from '../functional/retrieval/hitRate.ts';
import type { TopKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Hit rate over all batches: {@link hitRate} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TopKOptions}.
 *
 * @example
 * ```ts
 * import { HitRate } from 'tfjs-metrics';
 *
 * const metric = new HitRate({ topK: 2 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 0]);
 * metric.update([0.9, 0.6, 0.1], [0, 1, 0]);
 * metric.compute(); // 0.5
 * ```
 */
export class HitRate extends RetrievalMetric<TopKOptions> {
  static override readonly metricName = 'HitRate';
  static override readonly title = 'Hit rate';
  static override readonly higherIsBetter = true;

  constructor(options?: TopKOptions) {
    super(hitOfQuery, options);
  }
}
