import { weightedMeanAbsolutePercentageErrorLoss } from '../functional/regression/losses/weightedMeanAbsolutePercentageError.ts';
import type { UndefinedOptions } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Weighted mean absolute percentage error over all batches: {@link weightedMeanAbsolutePercentageError} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link UndefinedOptions}.
 *
 * @example
 * ```ts
 * import { WeightedMeanAbsolutePercentageError } from 'tfjs-metrics';
 *
 * const metric = new WeightedMeanAbsolutePercentageError();
 * metric.update([1.1, 2], [1, 2]);
 * metric.update([6, 0.1], [5, 0]);
 * metric.compute(); // 0.15
 * ```
 */
export class WeightedMeanAbsolutePercentageError extends OutputLossMetric<UndefinedOptions> {
  static override readonly metricName = 'WeightedMeanAbsolutePercentageError';
  static override readonly title = 'Weighted mean absolute percentage error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: UndefinedOptions) {
    super(weightedMeanAbsolutePercentageErrorLoss, options);
  }
}
