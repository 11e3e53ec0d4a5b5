import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
} from '../../functional/classification/confusion/classOptions.ts';
import { youdensJ } from '../../functional/classification/confusion/youdensJ.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Youden's J statistic over all batches: {@link youdensJ} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassAverageOptions}.
 *
 * @example
 * ```ts
 * import { YoudensJ } from 'tfjs-metrics';
 *
 * const metric = new YoudensJ();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.166667
 * ```
 */
export class YoudensJ<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  ClassAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'YoudensJ';
  static override readonly title = "Youden's J";
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: ClassAverageOptions<Average>) {
    super(options, classAverageOptions as never);
  }

  /** Computes {@link youdensJ} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return youdensJ<Average>(state, this.scoreOptions);
  }
}
