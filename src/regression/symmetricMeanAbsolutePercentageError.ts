import { symmetricMeanAbsolutePercentageErrorLoss } from '../functional/regression/losses/symmetricMeanAbsolutePercentageError.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Symmetric mean absolute percentage error over all batches: {@link symmetricMeanAbsolutePercentageError} of all
 * samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link OutputOptions}.
 *
 * @example
 * ```ts
 * import { SymmetricMeanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * const metric = new SymmetricMeanAbsolutePercentageError();
 * metric.update([1.1, 2], [1, 2]);
 * metric.update([6], [5]);
 * metric.compute(); // 0.0923521
 * ```
 */
export class SymmetricMeanAbsolutePercentageError<
  const Mode extends Multioutput = 'uniformAverage',
> extends OutputLossMetric<OutputOptions, OutputScore<Mode>> {
  static override readonly metricName = 'SymmetricMeanAbsolutePercentageError';
  static override readonly title = 'Symmetric mean absolute percentage error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 2];

  constructor(options?: OutputOptions<Mode>) {
    super(symmetricMeanAbsolutePercentageErrorLoss, options);
  }
}
