import { ndcgOfQuery } from '../functional/retrieval/ndcg.ts';
import type { NdcgOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Normalized discounted cumulative gain over all batches: {@link ndcg} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NdcgOptions}.
 *
 * @example
 * ```ts
 * import { Ndcg } from 'tfjs-metrics';
 *
 * const metric = new Ndcg();
 * metric.update([0.1, 0.2, 0.3, 4, 70], [10, 0, 0, 1, 5]);
 * metric.update([0.4, 0.7], [2, 0]);
 * metric.compute(); // 0.663312
 * ```
 */
export class Ndcg extends RetrievalMetric<NdcgOptions> {
  static override readonly metricName = 'Ndcg';
  static override readonly title = 'Normalized discounted cumulative gain';
  static override readonly higherIsBetter = true;

  constructor(options?: NdcgOptions) {
    super(ndcgOfQuery, options);
  }
}
