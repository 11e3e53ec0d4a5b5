import { meanAbsolutePercentageErrorLoss } from '../functional/regression/losses/meanAbsolutePercentageError.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean absolute percentage error over all batches: {@link meanAbsolutePercentageError} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { MeanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * const metric = new MeanAbsolutePercentageError();
 * metric.update([1.1, 2], [1, 2]);
 * metric.update([6], [5]);
 * metric.compute(); // 0.1
 * ```
 */
export class MeanAbsolutePercentageError<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'MeanAbsolutePercentageError';
  static override readonly title = 'Mean absolute percentage error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: OutputOptions<Mode>) {
    super(meanAbsolutePercentageErrorLoss, options);
  }
}
