import { theilsU } from '../functional/nominal/theilsU.ts';
import type { NominalOptions } from '../inputs/options/nominalOptions.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { NominalMetric } from '../metrics/families/nominalMetric.ts';

/**
 * Share of the entropy of preds that target explains, over all batches: {@link theilsU} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NominalOptions}.
 *
 * @example
 * ```ts
 * import { TheilsU } from 'tfjs-metrics';
 *
 * const metric = new TheilsU();
 * metric.update(['x', 'x', 'y'], [0, 0, 1]);
 * metric.update(['z', 'y'], [1, 1]);
 * metric.compute(); // 0.637974
 * ```
 */
export class TheilsU extends NominalMetric<NominalOptions> {
  static override readonly metricName = 'TheilsU';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link theilsU} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return theilsU(state, this.scoreOptions);
  }
}
