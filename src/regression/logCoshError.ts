import { logCoshErrorLoss } from '../functional/regression/losses/logCoshError.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Log-cosh error over all batches: {@link logCoshError} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { LogCoshError } from 'tfjs-metrics';
 *
 * const metric = new LogCoshError();
 * metric.update([3, 5], [2.5, 5]);
 * metric.update([2.5, 7], [4, 8]);
 * metric.compute(); // 0.352334
 * ```
 */
export class LogCoshError<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'LogCoshError';
  static override readonly title = 'Log-cosh error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: OutputOptions<Mode>) {
    super(logCoshErrorLoss, options);
  }
}
