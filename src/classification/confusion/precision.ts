import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { precision } from '../../functional/classification/confusion/precision.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Precision over all batches: {@link precision} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { Precision } from 'tfjs-metrics';
 *
 * const metric = new Precision();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.666667
 * ```
 */
export class Precision<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'Precision';
  static override readonly title = 'Precision';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link precision} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return precision<Average>(state, this.scoreOptions);
  }
}
