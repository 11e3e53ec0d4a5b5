import { relativeSquaredErrorOfMoments } from '../functional/regression/moments/relativeSquaredError.ts';
import type { Multioutput, OutputScore, SquaredOptions } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Relative squared error over all batches: {@link relativeSquaredError} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SquaredOptions}.
 *
 * @example
 * ```ts
 * import { RelativeSquaredError } from 'tfjs-metrics';
 *
 * const metric = new RelativeSquaredError();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.0513919
 * ```
 */
export class RelativeSquaredError<const Mode extends Multioutput = 'uniformAverage'> extends OutputMomentMetric<
  SquaredOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'RelativeSquaredError';
  static override readonly title = 'Relative squared error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: SquaredOptions<Mode>) {
    super(relativeSquaredErrorOfMoments, options);
  }
}
