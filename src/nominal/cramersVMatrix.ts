import { associationOptions, type AssociationOptions } from '../functional/nominal/associationOptions.ts';
import { cramersVMatrix } from '../functional/nominal/cramersVMatrix.ts';
import type { PairwiseTables } from '../state/tables/pairwiseTables.ts';
import { PairwiseMetric } from '../metrics/families/pairwiseMetric.ts';

/**
 * Cramér's V of all pairs of variables over all batches: {@link cramersVMatrix} of their contingency tables.
 *
 * By default, the values are corrected for bias (`biasCorrection: true`).
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AssociationOptions}.
 *
 * @example
 * ```ts
 * import { CramersVMatrix } from 'tfjs-metrics';
 *
 * const metric = new CramersVMatrix();
 * metric.update([
 *   ['x', 0],
 *   ['x', 0],
 *   ['y', 1],
 * ]);
 * metric.update([
 *   ['z', 1],
 *   ['y', 1],
 * ]);
 * metric.compute(); // [[1, 0.8165], [0.8165, 1]]
 * ```
 */
export class CramersVMatrix extends PairwiseMetric<AssociationOptions> {
  static override readonly metricName = 'CramersVMatrix';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AssociationOptions) {
    super(options, associationOptions);
  }

  /** Computes {@link cramersVMatrix} from the tables of all batches. */
  override computeFrom(state: PairwiseTables): number[][] {
    return cramersVMatrix(state, this.scoreOptions);
  }
}
