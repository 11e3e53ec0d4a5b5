import { pearsonsContingencyCoefficient } from '../functional/nominal/pearsonsContingencyCoefficient.ts';
import type { NominalOptions } from '../inputs/options/nominalOptions.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { NominalMetric } from '../metrics/families/nominalMetric.ts';

/**
 * Strength of association between two nominal variables over all batches: {@link pearsonsContingencyCoefficient} of
 * their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NominalOptions}.
 *
 * @example
 * ```ts
 * import { PearsonsContingencyCoefficient } from 'tfjs-metrics';
 *
 * const metric = new PearsonsContingencyCoefficient();
 * metric.update(['x', 'x', 'y'], [0, 0, 1]);
 * metric.update(['z', 'y'], [1, 1]);
 * metric.compute(); // 0.707107
 * ```
 */
export class PearsonsContingencyCoefficient extends NominalMetric<NominalOptions> {
  static override readonly metricName = 'PearsonsContingencyCoefficient';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link pearsonsContingencyCoefficient} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return pearsonsContingencyCoefficient(state, this.scoreOptions);
  }
}
