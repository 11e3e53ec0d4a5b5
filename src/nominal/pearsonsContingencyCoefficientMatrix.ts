import type { NominalOptions } from '../inputs/options/nominalOptions.ts';
import { pearsonsContingencyCoefficientMatrix } from '../functional/nominal/pearsonsContingencyCoefficientMatrix.ts';
import type { PairwiseTables } from '../state/tables/pairwiseTables.ts';
import { PairwiseMetric } from '../metrics/families/pairwiseMetric.ts';

/**
 * Pearson's contingency coefficient of all pairs of variables over all batches:
 * {@link pearsonsContingencyCoefficientMatrix} of their contingency tables.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NominalOptions}.
 *
 * @example
 * ```ts
 * import { PearsonsContingencyCoefficientMatrix } from 'tfjs-metrics';
 *
 * const metric = new PearsonsContingencyCoefficientMatrix();
 * metric.update([
 *   ['x', 0],
 *   ['x', 0],
 *   ['y', 1],
 * ]);
 * metric.update([
 *   ['z', 1],
 *   ['y', 1],
 * ]);
 * metric.compute(); // [[1, 0.7071], [0.7071, 1]]
 * ```
 */
export class PearsonsContingencyCoefficientMatrix extends PairwiseMetric<NominalOptions> {
  static override readonly metricName = 'PearsonsContingencyCoefficientMatrix';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link pearsonsContingencyCoefficientMatrix} from the tables of all batches. */
  override computeFrom(state: PairwiseTables): number[][] {
    return pearsonsContingencyCoefficientMatrix(state, this.scoreOptions);
  }
}
