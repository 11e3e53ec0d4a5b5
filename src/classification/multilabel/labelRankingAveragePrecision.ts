import {
  labelRankingAveragePrecision,
  rankingPrecisionOfSamples,
} from '../../functional/classification/multilabel/labelRankingAveragePrecision.ts';
import type { LabelRankingScores } from '../../functional/classification/multilabel/meanOfRankings.ts';
import { LabelRankingMetric } from '../../metrics/families/labelRankingMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Label ranking average precision over all batches: {@link labelRankingAveragePrecision} of all samples.
 *
 * The state is a weighted sum over the samples, so memory does not depend on their number. Pass weights with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelRankingOptions}.
 *
 * @example
 * ```ts
 * import { LabelRankingAveragePrecision } from 'tfjs-metrics';
 *
 * const metric = new LabelRankingAveragePrecision();
 * metric.update([[0.75, 0.5, 1]], [[1, 0, 0]]);
 * metric.update([[1, 0.2, 0.1]], [[0, 0, 1]]);
 * metric.compute(); // 0.416667
 * ```
 */
export class LabelRankingAveragePrecision extends LabelRankingMetric {
  static override readonly metricName = 'LabelRankingAveragePrecision';
  static override readonly title = 'Label ranking average precision';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  protected override get scores(): LabelRankingScores {
    return rankingPrecisionOfSamples;
  }

  /** Computes {@link labelRankingAveragePrecision} from the sum over all batches. */
  override computeFrom(sum: WeightedSum): number {
    return labelRankingAveragePrecision(sum, this.scoreOptions);
  }
}
