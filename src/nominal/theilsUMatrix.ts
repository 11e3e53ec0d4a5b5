import type { NominalOptions } from '../inputs/options/nominalOptions.ts';
import { theilsUMatrix } from '../functional/nominal/theilsUMatrix.ts';
import type { PairwiseTables } from '../state/tables/pairwiseTables.ts';
import { PairwiseMetric } from '../metrics/families/pairwiseMetric.ts';

/**
 * Theil's U of all pairs of variables over all batches: {@link theilsUMatrix} of their contingency tables.
 *
 * Entry [i][j] of the value is U(variable i | variable j), the fraction of the entropy of variable i that variable j
 * explains.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link NominalOptions}.
 *
 * @example
 * ```ts
 * import { TheilsUMatrix } from 'tfjs-metrics';
 *
 * const metric = new TheilsUMatrix();
 * metric.update([
 *   ['x', 0],
 *   ['x', 0],
 *   ['y', 1],
 * ]);
 * metric.update([
 *   ['z', 1],
 *   ['y', 1],
 * ]);
 * metric.compute(); // [[1, 0.638], [1, 1]]
 * ```
 */
export class TheilsUMatrix extends PairwiseMetric<NominalOptions> {
  static override readonly metricName = 'TheilsUMatrix';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link theilsUMatrix} from the tables of all batches. */
  override computeFrom(state: PairwiseTables): number[][] {
    return theilsUMatrix(state, this.scoreOptions);
  }
}
