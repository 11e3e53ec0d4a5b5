import type { ScoreRange } from '../functional/scoreRange.ts';
import { mutualInfoRange } from '../functional/information/discrete/mutualInfoRange.ts';
import { mutualInfoScore } from '../functional/information/discrete/mutualInfoScore.ts';
import { estimatorOptions, type EstimatorOptions } from '../functional/information/discrete/estimatorOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Mutual information of the labels of all batches: {@link mutualInfoScore} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`; only the plug-in estimator, the default, accepts fractional weights. The
 * static `range` is that of the plug-in estimator; estimates with a bias correction can be slightly below 0.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link EstimatorOptions}.
 *
 * @example
 * ```ts
 * import { MutualInfoScore } from 'tfjs-metrics';
 *
 * const metric = new MutualInfoScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.291103
 * ```
 */
export class MutualInfoScore extends ContingencyMetric<EstimatorOptions> {
  static override readonly metricName = 'MutualInfoScore';
  static override readonly title = 'Mutual info';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: EstimatorOptions) {
    super(options, estimatorOptions);
  }

  /** Computes {@link mutualInfoScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return mutualInfoScore(state, this.options);
  }

  /** Returns the range of the score for the numbers of labels. */
  override valueRanges(state: ContingencyTable): ScoreRange[] {
    return [mutualInfoRange(state, this.options)];
  }
}
