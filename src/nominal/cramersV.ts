import { associationOptions, type AssociationOptions } from '../functional/nominal/associationOptions.ts';
import { cramersV } from '../functional/nominal/cramersV.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { NominalMetric } from '../metrics/families/nominalMetric.ts';

/**
 * Strength of association between two nominal variables over all batches: {@link cramersV} of their contingency
 * table.
 *
 * By default, the value is corrected for bias (`biasCorrection: true`).
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`. The weights must be whole numbers unless `biasCorrection` and
 * `yatesCorrection` are both false.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link AssociationOptions}.
 *
 * @example
 * ```ts
 * import { CramersV } from 'tfjs-metrics';
 *
 * const metric = new CramersV();
 * metric.update(['x', 'x', 'y'], [0, 0, 1]);
 * metric.update(['z', 'y'], [1, 1]);
 * metric.compute(); // 0.816497
 * ```
 */
export class CramersV extends NominalMetric<AssociationOptions> {
  static override readonly metricName = 'CramersV';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: AssociationOptions) {
    super(options, associationOptions);
  }

  /** Computes {@link cramersV} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return cramersV(state, this.scoreOptions);
  }
}
