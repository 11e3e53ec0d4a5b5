import { brierScore, brierScoreOfSample } from '../../functional/classification/losses/brierScore.ts';
import type { LossOptions } from '../../functional/classification/losses/lossOptions.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import { LossMetric } from '../../metrics/families/lossMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Brier score of the probabilities of all batches: {@link brierScore} of all samples.
 *
 * The value for probabilities `[N, 2]` is twice that of the same classes with probabilities `[N]`.
 *
 * The state is the weighted sum of the losses of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LossOptions}.
 *
 * @example
 * ```ts
 * import { BrierScore } from 'tfjs-metrics';
 *
 * const metric = new BrierScore();
 * metric.update([0.9, 0.2], [1, 0]);
 * metric.update([0.6], [1]);
 * metric.compute(); // 0.07
 * ```
 */
export class BrierScore extends LossMetric<LossOptions> {
  static override readonly metricName = 'BrierScore';
  static override readonly title = 'Brier score';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 2];

  protected override get loss(): SampleLoss {
    return brierScoreOfSample;
  }

  /** Computes {@link brierScore} from the losses of all batches. */
  override computeFrom(sum: WeightedSum): number {
    return brierScore(sum, this.scoreOptions);
  }
}
