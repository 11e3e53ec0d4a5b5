import { averagePrecisionOfQuery } from '../functional/retrieval/meanAveragePrecision.ts';
import type { TopKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Mean average precision over all batches: {@link meanAveragePrecision} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TopKOptions}.
 *
 * @example
 * ```ts
 * import { MeanAveragePrecision } from 'tfjs-metrics';
 *
 * const metric = new MeanAveragePrecision();
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.9, 0.6], [0, 1]);
 * metric.compute(); // 0.666667
 * ```
 */
export class MeanAveragePrecision extends RetrievalMetric<TopKOptions> {
  static override readonly metricName = 'MeanAveragePrecision';
  static override readonly title = 'Mean average precision';
  static override readonly higherIsBetter = true;

  constructor(options?: TopKOptions) {
    super(averagePrecisionOfQuery, options);
  }
}
