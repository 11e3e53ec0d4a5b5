import { fowlkesMallowsIndex } from '../functional/clustering/fowlkesMallowsIndex.ts';
import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import { pairCountingOptions } from '../functional/clustering/pairConfusionMatrix.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Geometric mean of pair precision and pair recall over all batches: {@link fowlkesMallowsIndex} of their contingency
 * table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`. The weights must be whole numbers.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link LabelOptions}.
 *
 * @example
 * ```ts
 * import { FowlkesMallowsIndex } from 'tfjs-metrics';
 *
 * const metric = new FowlkesMallowsIndex();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.288675
 * ```
 */
export class FowlkesMallowsIndex extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'FowlkesMallowsIndex';
  static override readonly title = 'Fowlkes–Mallows index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: LabelOptions) {
    super(options, pairCountingOptions);
  }

  /** Computes {@link fowlkesMallowsIndex} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return fowlkesMallowsIndex(state, this.options);
  }
}
