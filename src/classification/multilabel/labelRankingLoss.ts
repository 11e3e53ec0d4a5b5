import { labelRankingLoss, rankingLossOfSamples } from '../../functional/classification/multilabel/labelRankingLoss.ts';
import type { LabelRankingScores } from '../../functional/classification/multilabel/meanOfRankings.ts';
import { LabelRankingMetric } from '../../metrics/families/labelRankingMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Label ranking loss over all batches: {@link labelRankingLoss} of all samples.
 *
 * The state is a weighted sum over the samples, so memory does not depend on their number. Pass weights with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelRankingOptions}.
 *
 * @example
 * ```ts
 * import { LabelRankingLoss } from 'tfjs-metrics';
 *
 * const metric = new LabelRankingLoss();
 * metric.update([[0.75, 0.5, 1]], [[1, 0, 0]]);
 * metric.update([[1, 0.2, 0.1]], [[0, 0, 1]]);
 * metric.compute(); // 0.75
 * ```
 */
export class LabelRankingLoss extends LabelRankingMetric {
  static override readonly metricName = 'LabelRankingLoss';
  static override readonly title = 'Label ranking loss';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 1];

  protected override get scores(): LabelRankingScores {
    return rankingLossOfSamples;
  }

  /** Computes {@link labelRankingLoss} from the sum over all batches. */
  override computeFrom(sum: WeightedSum): number {
    return labelRankingLoss(sum, this.scoreOptions);
  }
}
