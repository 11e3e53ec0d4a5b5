import { meanSquaredErrorOfMoments } from '../functional/regression/moments/meanSquaredError.ts';
import type { Multioutput, OutputScore, SquaredOptions } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Mean squared error, or its root, over all batches: {@link meanSquaredError} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SquaredOptions}.
 *
 * @example
 * ```ts
 * import { MeanSquaredError } from 'tfjs-metrics';
 *
 * const metric = new MeanSquaredError();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.375
 * ```
 */
export class MeanSquaredError<const Mode extends Multioutput = 'uniformAverage'> extends OutputMomentMetric<
  SquaredOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'MeanSquaredError';
  static override readonly title = 'Mean squared error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: SquaredOptions<Mode>) {
    super(meanSquaredErrorOfMoments, options);
  }
}
