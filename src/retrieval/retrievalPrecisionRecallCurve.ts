import {
  precisionRecallOfQuery,
  type RetrievalPrecisionRecallCurveValue,
} from '../functional/retrieval/retrievalPrecisionRecallCurve.ts';
import type { PrecisionAtKOptions } from '../functional/retrieval/retrievalOptions.ts';
import { RetrievalMetric } from '../metrics/families/retrievalMetric.ts';

/**
 * Precision–recall curve of rankings over all batches: {@link retrievalPrecisionRecallCurve} of all queries.
 *
 * An update without the option `queries` has complete queries, of which only sums are kept. With it,
 * `update(preds, target, { queries })`, a query can continue in later batches, and its documents are kept: 32 bytes
 * each in each metric.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link PrecisionAtKOptions}.
 *
 * @example
 * ```ts
 * import { RetrievalPrecisionRecallCurve } from 'tfjs-metrics';
 *
 * const metric = new RetrievalPrecisionRecallCurve({ topK: 3 });
 * metric.update([0.2, 0.3, 0.5], [1, 0, 1]);
 * metric.update([0.4, 0.7], [0, 1]);
 * const { precision, recall } = metric.compute();
 * precision; // Float64Array [1, 0.5, 0.5]
 * recall; // Float64Array [0.75, 0.75, 1]
 * ```
 */
export class RetrievalPrecisionRecallCurve extends RetrievalMetric<
  PrecisionAtKOptions,
  RetrievalPrecisionRecallCurveValue
> {
  static override readonly metricName = 'RetrievalPrecisionRecallCurve';
  static override readonly title = 'Precision–recall curve of rankings';
  static override readonly higherIsBetter = null;

  constructor(options?: PrecisionAtKOptions) {
    super(precisionRecallOfQuery, options);
  }
}
