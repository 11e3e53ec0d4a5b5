import {
  normalizedRootMeanSquaredErrorOfMoments,
  type NormalizedRootMeanSquaredErrorOptions,
} from '../functional/regression/moments/normalizedRootMeanSquaredError.ts';
import type { Multioutput, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputMomentMetric } from '../metrics/families/outputMomentMetric.ts';

/**
 * Normalized root mean squared error over all batches: {@link normalizedRootMeanSquaredError} of all samples.
 *
 * The state is an {@link OutputMoments}, which scores of moments share in a collection. Memory does not depend on the
 * number of samples. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NormalizedRootMeanSquaredErrorOptions}.
 *
 * @example
 * ```ts
 * import { NormalizedRootMeanSquaredError } from 'tfjs-metrics';
 *
 * const metric = new NormalizedRootMeanSquaredError();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.212999
 * ```
 */
export class NormalizedRootMeanSquaredError<
  const Mode extends Multioutput = 'uniformAverage',
> extends OutputMomentMetric<NormalizedRootMeanSquaredErrorOptions, OutputScore<Mode>> {
  static override readonly metricName = 'NormalizedRootMeanSquaredError';
  static override readonly title = 'Normalized root mean squared error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: NormalizedRootMeanSquaredErrorOptions<Mode>) {
    super(normalizedRootMeanSquaredErrorOfMoments, options);
  }
}
