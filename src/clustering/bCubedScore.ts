import { bCubedScore, bCubedScoreOptions, type BCubedScoreOptions } from '../functional/clustering/bCubedScore.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * BCubed F-score over all batches, or with the option `component` precision or recall: {@link bCubedScore} of their
 * contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link BCubedScoreOptions}.
 *
 * @example
 * ```ts
 * import { BCubedScore } from 'tfjs-metrics';
 *
 * const metric = new BCubedScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.66
 * ```
 */
export class BCubedScore extends ContingencyMetric<BCubedScoreOptions> {
  static override readonly metricName = 'BCubedScore';
  static override readonly title = 'BCubed F-score';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: BCubedScoreOptions) {
    super(options, bCubedScoreOptions);
  }

  /** Computes {@link bCubedScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return bCubedScore(state, this.options);
  }
}
