import { pearsonCorrCoefOfMoments } from '../functional/regression/moments/pearsonCorrCoef.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Pearson correlation over all batches: {@link pearsonCorrCoef} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { PearsonCorrCoef } from 'tfjs-metrics';
 *
 * const metric = new PearsonCorrCoef();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.98487
 * ```
 */
export class PearsonCorrCoef<const Mode extends Multioutput = 'uniformAverage'> extends OutputMomentMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'PearsonCorrCoef';
  static override readonly title = 'Pearson correlation';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: OutputOptions<Mode>) {
    super(pearsonCorrCoefOfMoments, options);
  }
}
