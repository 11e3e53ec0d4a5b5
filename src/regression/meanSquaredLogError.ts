import { meanSquaredLogErrorLoss } from '../functional/regression/losses/meanSquaredLogError.ts';
import type { Multioutput, OutputScore, SquaredOptions } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean squared logarithmic error over all batches: {@link meanSquaredLogError} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SquaredOptions}.
 *
 * @example
 * ```ts
 * import { MeanSquaredLogError } from 'tfjs-metrics';
 *
 * const metric = new MeanSquaredLogError();
 * metric.update([2.5, 5], [3, 5]);
 * metric.update([4, 8], [2.5, 7]);
 * metric.compute(); // 0.0397301
 * ```
 */
export class MeanSquaredLogError<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  SquaredOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'MeanSquaredLogError';
  static override readonly title = 'Mean squared logarithmic error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: SquaredOptions<Mode>) {
    super(meanSquaredLogErrorLoss, options);
  }
}
