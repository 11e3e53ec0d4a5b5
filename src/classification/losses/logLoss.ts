import { logLoss, logLossOfSample } from '../../functional/classification/losses/logLoss.ts';
import type { LossOptions } from '../../functional/classification/losses/lossOptions.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import { LossMetric } from '../../metrics/families/lossMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Log loss of the probabilities of all batches: {@link logLoss} of all samples.
 *
 * The state is the weighted sum of the losses of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LossOptions}.
 *
 * @example
 * ```ts
 * import { LogLoss } from 'tfjs-metrics';
 *
 * const metric = new LogLoss();
 * metric.update([0.9, 0.2], [1, 0]);
 * metric.update([0.6], [1]);
 * metric.compute(); // 0.279777
 * ```
 */
export class LogLoss extends LossMetric<LossOptions> {
  static override readonly metricName = 'LogLoss';
  static override readonly title = 'Log loss';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  protected override get loss(): SampleLoss {
    return logLossOfSample;
  }

  /** Computes {@link logLoss} from the losses of all batches. */
  override computeFrom(sum: WeightedSum): number {
    return logLoss(sum, this.scoreOptions);
  }
}
