import { r2ScoreOfMoments, type R2ScoreOptions } from '../functional/regression/moments/r2Score.ts';
import type { VarianceMultioutput, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Coefficient of determination over all batches: {@link r2Score} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link R2ScoreOptions}.
 *
 * @example
 * ```ts
 * import { R2Score } from 'tfjs-metrics';
 *
 * const metric = new R2Score();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.948608
 * ```
 */
export class R2Score<const Mode extends VarianceMultioutput = 'uniformAverage'> extends OutputMomentMetric<
  R2ScoreOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'R2Score';
  static override readonly title = 'R²';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-Infinity, 1];

  constructor(options?: R2ScoreOptions<Mode>) {
    super(r2ScoreOfMoments, options);
  }
}
