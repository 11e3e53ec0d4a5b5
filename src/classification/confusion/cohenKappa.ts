import {
  cohenKappa,
  cohenKappaOptions,
  type CohenKappaOptions,
} from '../../functional/classification/confusion/cohenKappa.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Cohen's kappa over all batches: {@link cohenKappa} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link CohenKappaOptions}.
 *
 * @example
 * ```ts
 * import { CohenKappa } from 'tfjs-metrics';
 *
 * const metric = new CohenKappa();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.166667
 * ```
 */
export class CohenKappa extends ClassificationMetric<CohenKappaOptions> {
  static override readonly metricName = 'CohenKappa';
  static override readonly title = "Cohen's kappa";
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: CohenKappaOptions) {
    super(options, cohenKappaOptions);
  }

  /** Computes {@link cohenKappa} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return cohenKappa(state, this.scoreOptions);
  }
}
