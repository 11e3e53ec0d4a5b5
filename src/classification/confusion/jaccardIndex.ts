import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { jaccardIndex } from '../../functional/classification/confusion/jaccardIndex.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Jaccard index (intersection over union) over all batches: {@link jaccardIndex} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { JaccardIndex } from 'tfjs-metrics';
 *
 * const metric = new JaccardIndex();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.5
 * ```
 */
export class JaccardIndex<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'JaccardIndex';
  static override readonly title = 'Jaccard index of classes';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link jaccardIndex} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return jaccardIndex<Average>(state, this.scoreOptions);
  }
}
