import {
  calibrationCurve,
  type CalibrationCurveValue,
} from '../../functional/classification/losses/calibrationCurve.ts';
import {
  calibrationOptions,
  type CalibrationOptions,
} from '../../functional/classification/losses/calibrationOptions.ts';
import { CalibrationMetric } from '../../metrics/families/calibrationMetric.ts';
import type { CalibrationBins } from '../../state/scores/calibrationBins.ts';

/**
 * Calibration curve of the probabilities of all batches: {@link calibrationCurve} of the bins that they are counted in.
 *
 * By default, the bins have equal width, and memory depends only on their number. With `strategy: 'quantile'`, memory
 * grows with the number of distinct probabilities.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link CalibrationOptions}.
 *
 * @example
 * ```ts
 * import { CalibrationCurve } from 'tfjs-metrics';
 *
 * const metric = new CalibrationCurve({ bins: 2 });
 * metric.update([0.1, 0.4], [0, 0]);
 * metric.update([0.35, 0.8], [1, 1]);
 * const { meanPredicted, positiveShare } = metric.compute();
 * meanPredicted; // Float64Array [0.283333, 0.8]
 * positiveShare; // Float64Array [0.333333, 1]
 * ```
 */
export class CalibrationCurve extends CalibrationMetric<CalibrationOptions, CalibrationCurveValue> {
  static override readonly metricName = 'CalibrationCurve';
  static override readonly title = 'Calibration curve';
  static override readonly higherIsBetter = null;
  static override readonly range: readonly [number, number] = [0, 1];
  static override readonly hasOwnChart = true;

  constructor(options?: CalibrationOptions) {
    super(options, calibrationOptions);
  }

  /** Computes {@link calibrationCurve} from the probabilities of all batches. */
  override computeFrom(counts: CalibrationBins): CalibrationCurveValue {
    return calibrationCurve(counts, this.scoreOptions);
  }
}
