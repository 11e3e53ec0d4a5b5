import { explainedVarianceOfMoments } from '../functional/regression/moments/explainedVariance.ts';
import type {
  VarianceMultioutput,
  VarianceOutputOptions,
  OutputScore,
} from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Explained variance over all batches: {@link explainedVariance} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link VarianceOutputOptions}.
 *
 * @example
 * ```ts
 * import { ExplainedVariance } from 'tfjs-metrics';
 *
 * const metric = new ExplainedVariance();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.957173
 * ```
 */
export class ExplainedVariance<const Mode extends VarianceMultioutput = 'uniformAverage'> extends OutputMomentMetric<
  VarianceOutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'ExplainedVariance';
  static override readonly title = 'Explained variance';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-Infinity, 1];

  constructor(options?: VarianceOutputOptions<Mode>) {
    super(explainedVarianceOfMoments, options);
  }
}
