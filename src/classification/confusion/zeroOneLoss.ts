import type { ClassOptions } from '../../functional/classification/confusion/classOptions.ts';
import { zeroOneLoss } from '../../functional/classification/confusion/zeroOneLoss.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Zero-one loss over all batches: {@link zeroOneLoss} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassOptions}.
 *
 * @example
 * ```ts
 * import { ZeroOneLoss } from 'tfjs-metrics';
 *
 * const metric = new ZeroOneLoss();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.4
 * ```
 */
export class ZeroOneLoss extends ClassificationMetric<ClassOptions> {
  static override readonly metricName = 'ZeroOneLoss';
  static override readonly title = 'Zero-one loss';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, 1];

  /** Computes {@link zeroOneLoss} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return zeroOneLoss(state, this.scoreOptions);
  }
}
