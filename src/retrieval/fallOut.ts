import { fallOutOfQuery } from '../functional/retrieval/fallOut.ts';
import type { TopKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Fall-out over all batches: {@link fallOut} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TopKOptions}.
 *
 * @example
 * ```ts
 * import { FallOut } from 'tfjs-metrics';
 *
 * const metric = new FallOut({ topK: 2 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.9, 0.6, 0.1], [1, 0, 0]);
 * metric.compute(); // 0.75
 * ```
 */
export class FallOut extends RetrievalMetric<TopKOptions> {
  static override readonly metricName = 'FallOut';
  static override readonly title = 'Fall-out';
  static override readonly higherIsBetter = false;

  constructor(options?: TopKOptions) {
    super(fallOutOfQuery, options);
  }
}
