import { meanAbsoluteErrorLoss } from '../functional/regression/losses/meanAbsoluteError.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean absolute error over all batches: {@link meanAbsoluteError} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { MeanAbsoluteError } from 'tfjs-metrics';
 *
 * const metric = new MeanAbsoluteError();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 0.5
 * ```
 */
export class MeanAbsoluteError<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'MeanAbsoluteError';
  static override readonly title = 'Mean absolute error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: OutputOptions<Mode>) {
    super(meanAbsoluteErrorLoss, options);
  }
}
