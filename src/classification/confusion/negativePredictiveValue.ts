import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { negativePredictiveValue } from '../../functional/classification/confusion/negativePredictiveValue.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Negative predictive value over all batches: {@link negativePredictiveValue} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { NegativePredictiveValue } from 'tfjs-metrics';
 *
 * const metric = new NegativePredictiveValue();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class NegativePredictiveValue<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'NegativePredictiveValue';
  static override readonly title = 'Negative predictive value';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link negativePredictiveValue} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return negativePredictiveValue<Average>(state, this.scoreOptions);
  }
}
