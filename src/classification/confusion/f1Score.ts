import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { f1Score } from '../../functional/classification/confusion/f1Score.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * F1 score over all batches: {@link f1Score} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { F1Score } from 'tfjs-metrics';
 *
 * const metric = new F1Score();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.666667
 * ```
 */
export class F1Score<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'F1Score';
  static override readonly title = 'F1 score';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link f1Score} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return f1Score<Average>(state, this.scoreOptions);
  }
}
