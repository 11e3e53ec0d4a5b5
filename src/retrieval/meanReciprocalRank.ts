import { reciprocalRankOfQuery } from '../functional/retrieval/meanReciprocalRank.ts';
import type { TopKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Mean reciprocal rank over all batches: {@link meanReciprocalRank} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only a sum is kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TopKOptions}.
 *
 * @example
 * ```ts
 * import { MeanReciprocalRank } from 'tfjs-metrics';
 *
 * const metric = new MeanReciprocalRank();
 * metric.update([0.2, 0.3, 0.5], [0, 1, 0]);
 * metric.update([0.9, 0.6], [1, 0]);
 * metric.compute(); // 0.75
 * ```
 */
export class MeanReciprocalRank extends RetrievalMetric<TopKOptions> {
  static override readonly metricName = 'MeanReciprocalRank';
  static override readonly title = 'Mean reciprocal rank';
  static override readonly higherIsBetter = true;

  constructor(options?: TopKOptions) {
    super(reciprocalRankOfQuery, options);
  }
}
