import {
  minkowskiDistanceLoss,
  type MinkowskiDistanceOptions,
} from '../functional/regression/losses/minkowskiDistance.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Minkowski distance over all batches: {@link minkowskiDistance} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MinkowskiDistanceOptions}.
 *
 * @example
 * ```ts
 * import { MinkowskiDistance } from 'tfjs-metrics';
 *
 * const metric = new MinkowskiDistance();
 * metric.update([2.5, 0], [3, -0.5]);
 * metric.update([2, 8], [2, 7]);
 * metric.compute(); // 1.22474
 * ```
 */
export class MinkowskiDistance extends OutputLossMetric<MinkowskiDistanceOptions> {
  static override readonly metricName = 'MinkowskiDistance';
  static override readonly title = 'Minkowski distance';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: MinkowskiDistanceOptions) {
    super(minkowskiDistanceLoss, options);
  }
}
