import type { ClassOptions } from '../../functional/classification/confusion/classOptions.ts';
import { matthewsCorrCoef } from '../../functional/classification/confusion/matthewsCorrCoef.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Matthews correlation coefficient over all batches: {@link matthewsCorrCoef} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassOptions}.
 *
 * @example
 * ```ts
 * import { MatthewsCorrCoef } from 'tfjs-metrics';
 *
 * const metric = new MatthewsCorrCoef();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.166667
 * ```
 */
export class MatthewsCorrCoef extends ClassificationMetric<ClassOptions> {
  static override readonly metricName = 'MatthewsCorrCoef';
  static override readonly title = 'Matthews correlation coefficient';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  /** Computes {@link matthewsCorrCoef} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return matthewsCorrCoef(state, this.scoreOptions);
  }
}
