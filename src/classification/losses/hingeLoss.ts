import {
  hingeLoss,
  hingeLossOfSample,
  hingeLossOptions,
  type HingeLossOptions,
} from '../../functional/classification/losses/hingeLoss.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import { LossMetric } from '../../metrics/families/lossMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Hinge loss of the decision values of all batches: {@link hingeLoss} of all samples.
 *
 * The state is the weighted sum of the losses of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link HingeLossOptions}.
 *
 * @example
 * ```ts
 * import { HingeLoss } from 'tfjs-metrics';
 *
 * const metric = new HingeLoss();
 * metric.update([2, -0.5], [1, 0]);
 * metric.update([0.3], [1]);
 * metric.compute(); // 0.4
 * ```
 */
export class HingeLoss extends LossMetric<HingeLossOptions> {
  static override readonly metricName = 'HingeLoss';
  static override readonly title = 'Hinge loss';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: HingeLossOptions) {
    super(options, hingeLossOptions);
  }

  protected override get loss(): SampleLoss {
    return hingeLossOfSample(this.options);
  }

  /** Computes {@link hingeLoss} from the losses of all batches. */
  override computeFrom(sum: WeightedSum): number {
    return hingeLoss(sum, this.scoreOptions);
  }
}
