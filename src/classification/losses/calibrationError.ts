import {
  calibrationError,
  calibrationErrorOptions,
  type CalibrationErrorOptions,
} from '../../functional/classification/losses/calibrationError.ts';
import { CalibrationMetric } from '../../metrics/families/calibrationMetric.ts';
import type { CalibrationBins } from '../../state/scores/calibrationBins.ts';

/**
 * Calibration error of the probabilities of all batches: {@link calibrationError} of the bins that they are counted in.
 *
 * By default, the bins have equal width, and memory depends only on their number. With `strategy: 'quantile'`, memory
 * grows with the number of distinct probabilities.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link CalibrationErrorOptions}.
 *
 * @example
 * ```ts
 * import { CalibrationError } from 'tfjs-metrics';
 *
 * const metric = new CalibrationError({ bins: 2 });
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * metric.compute(); // 0.0875
 * ```
 */
export class CalibrationError extends CalibrationMetric<CalibrationErrorOptions> {
  static override readonly metricName = 'CalibrationError';
  static override readonly title = 'Calibration error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: CalibrationErrorOptions) {
    super(options, calibrationErrorOptions);
  }

  /** Computes {@link calibrationError} from the probabilities of all batches. */
  override computeFrom(counts: CalibrationBins): number {
    return calibrationError(counts, this.scoreOptions);
  }
}
