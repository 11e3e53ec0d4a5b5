import {
  adjustedMutualInfoOptions,
  adjustedMutualInfoScore,
} from '../functional/clustering/adjustedMutualInfoScore.ts';
import type { AverageOptions } from '../functional/information/discrete/averageOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Mutual information of the labels of all batches, adjusted for chance: {@link adjustedMutualInfoScore} of their
 * contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`. The weights must be whole numbers.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AverageOptions}.
 *
 * @example
 * ```ts
 * import { AdjustedMutualInfoScore } from 'tfjs-metrics';
 *
 * const metric = new AdjustedMutualInfoScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // -0.079177
 * ```
 */
export class AdjustedMutualInfoScore extends ContingencyMetric<AverageOptions> {
  static override readonly metricName = 'AdjustedMutualInfoScore';
  static override readonly title = 'Adjusted mutual info';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-Infinity, 1];

  constructor(options?: AverageOptions) {
    super(options, adjustedMutualInfoOptions);
  }

  /** Computes {@link adjustedMutualInfoScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return adjustedMutualInfoScore(state, this.options);
  }
}
