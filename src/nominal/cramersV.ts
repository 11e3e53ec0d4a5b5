import { associationOptions, type AssociationOptions } from '../functional/nominal/associationOptions.ts';
import { cramersV } from '../functional/nominal/cramersV.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { NominalMetric } from './nominalMetric.ts';

/**
 * How strongly two variables are associated over all batches: {@link cramersV} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`; they must be whole numbers unless
 * `biasCorrection` is off.
 *
 * @throws {@link MetricInputError} when an option is not as {@link AssociationOptions} describes.
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

  /** {@link cramersV} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return cramersV(state, this.options);
  }
}
