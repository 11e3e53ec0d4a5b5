import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { recall } from '../../functional/classification/confusion/recall.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Recall over all batches: {@link recall} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { Recall } from 'tfjs-metrics';
 *
 * const metric = new Recall();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.666667
 * ```
 */
export class Recall<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'Recall';
  static override readonly title = 'Recall';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link recall} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return recall<Average>(state, this.scoreOptions);
  }
}
