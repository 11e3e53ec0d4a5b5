import { rPrecisionOfQuery } from '../functional/retrieval/rPrecision.ts';
import type { RelevanceOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * R-precision over all batches: {@link rPrecision} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link RelevanceOptions}.
 *
 * @example
 * ```ts
 * import { RPrecision } from 'tfjs-metrics';
 *
 * const metric = new RPrecision();
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.9, 0.6], [1, 0]);
 * metric.compute(); // 0.75
 * ```
 */
export class RPrecision extends RetrievalMetric<RelevanceOptions> {
  static override readonly metricName = 'RPrecision';
  static override readonly title = 'R-precision';
  static override readonly higherIsBetter = true;

  constructor(options?: RelevanceOptions) {
    super(rPrecisionOfQuery, options);
  }
}
