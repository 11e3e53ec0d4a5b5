import { adjustedRandScore } from '../functional/clustering/adjustedRandScore.ts';
import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import { pairCountingOptions } from '../functional/clustering/pairConfusionMatrix.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Agreement of two labelings on pairs of samples, over all batches and adjusted for chance: {@link adjustedRandScore}
 * of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`. The weights must be whole numbers.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
 *
 * @example
 * ```ts
 * import { AdjustedRandScore } from 'tfjs-metrics';
 *
 * const metric = new AdjustedRandScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // -0.086957
 * ```
 */
export class AdjustedRandScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'AdjustedRandScore';
  static override readonly title = 'Adjusted Rand index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-0.5, 1];

  constructor(options?: LabelOptions) {
    super(options, pairCountingOptions);
  }

  /** Computes {@link adjustedRandScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return adjustedRandScore(state, this.options);
  }
}
