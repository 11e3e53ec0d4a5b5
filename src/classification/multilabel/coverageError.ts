import { coverageError, coverageOfSamples } from '../../functional/classification/multilabel/coverageError.ts';
import type { LabelRankingScores } from '../../functional/classification/multilabel/meanOfRankings.ts';
import { LabelRankingMetric } from '../../metrics/families/labelRankingMetric.ts';
import type { WeightedSum } from '../../state/moments/weightedSum.ts';

/**
 * Coverage error over all batches: {@link coverageError} of all samples.
 *
 * The state is a weighted sum over the samples, so memory does not depend on their number. Pass weights with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelRankingOptions}.
 *
 * @example
 * ```ts
 * import { CoverageError } from 'tfjs-metrics';
 *
 * const metric = new CoverageError();
 * metric.update([[0.75, 0.5, 1]], [[1, 0, 0]]);
 * metric.update([[1, 0.2, 0.1]], [[0, 0, 1]]);
 * metric.compute(); // 2.5
 * ```
 */
export class CoverageError extends LabelRankingMetric {
  static override readonly metricName = 'CoverageError';
  static override readonly title = 'Coverage error';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  protected override get scores(): LabelRankingScores {
    return coverageOfSamples;
  }

  /** Computes {@link coverageError} from the sum over all batches. */
  override computeFrom(sum: WeightedSum): number {
    return coverageError(sum, this.scoreOptions);
  }
}
