import { precisionAtKOfQuery } from '../functional/retrieval/precisionAtK.ts';
import type { PrecisionAtKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Precision at k over all batches: {@link precisionAtK} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link PrecisionAtKOptions}.
 *
 * @example
 * ```ts
 * import { PrecisionAtK } from 'tfjs-metrics';
 *
 * const metric = new PrecisionAtK({ topK: 2 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.9, 0.6, 0.1], [1, 1, 0]);
 * metric.compute(); // 0.75
 * ```
 */
export class PrecisionAtK extends RetrievalMetric<PrecisionAtKOptions> {
  static override readonly metricName = 'PrecisionAtK';
  static override readonly title = 'Precision at k';
  static override readonly higherIsBetter = true;

  constructor(options?: PrecisionAtKOptions) {
    super(precisionAtKOfQuery, options);
  }
}
