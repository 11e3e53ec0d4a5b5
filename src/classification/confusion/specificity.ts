import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { specificity } from '../../functional/classification/confusion/specificity.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Specificity over all batches: {@link specificity} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { Specificity } from 'tfjs-metrics';
 *
 * const metric = new Specificity();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class Specificity<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'Specificity';
  static override readonly title = 'Specificity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link specificity} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return specificity<Average>(state, this.scoreOptions);
  }
}
