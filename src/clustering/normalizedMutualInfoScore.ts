import { normalizedMutualInfoScore } from '../functional/clustering/normalizedMutualInfoScore.ts';
import { averageOptions, type AverageOptions } from '../functional/information/discrete/averageOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Mutual information of the labels of all batches, normalized by a mean of their entropies:
 * {@link normalizedMutualInfoScore} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AverageOptions}.
 *
 * @example
 * ```ts
 * import { NormalizedMutualInfoScore } from 'tfjs-metrics';
 *
 * const metric = new NormalizedMutualInfoScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.35866
 * ```
 */
export class NormalizedMutualInfoScore extends ContingencyMetric<AverageOptions> {
  static override readonly metricName = 'NormalizedMutualInfoScore';
  static override readonly title = 'Normalized mutual info';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AverageOptions) {
    super(options, averageOptions);
  }

  /** Computes {@link normalizedMutualInfoScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return normalizedMutualInfoScore(state, this.options);
  }
}
