import {
  criticalSuccessIndexLoss,
  type CriticalSuccessIndexOptions,
} from '../functional/regression/losses/criticalSuccessIndex.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Critical success index over all batches: {@link criticalSuccessIndex} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link CriticalSuccessIndexOptions}.
 *
 * @example
 * ```ts
 * import { CriticalSuccessIndex } from 'tfjs-metrics';
 *
 * const metric = new CriticalSuccessIndex();
 * metric.update([0.2, 0.7], [0.4, 0.2]);
 * metric.update([0.9, 0.3], [0.8, 0.6]);
 * metric.compute(); // 0.333333
 * ```
 */
export class CriticalSuccessIndex extends OutputLossMetric<CriticalSuccessIndexOptions> {
  static override readonly metricName = 'CriticalSuccessIndex';
  static override readonly title = 'Critical success index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: CriticalSuccessIndexOptions) {
    super(criticalSuccessIndexLoss, options);
  }
}
