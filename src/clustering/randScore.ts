import { randScore } from '../functional/clustering/randScore.ts';
import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import { pairCountingOptions } from '../functional/clustering/pairConfusionMatrix.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Share of pairs of samples, over all batches, on which two labelings agree: {@link randScore} of their contingency
 * table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`. The weights must be whole numbers.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
 *
 * @example
 * ```ts
 * import { RandScore } from 'tfjs-metrics';
 *
 * const metric = new RandScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class RandScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'RandScore';
  static override readonly title = 'Rand index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, pairCountingOptions);
  }

  /** Computes {@link randScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return randScore(state, this.options);
  }
}
