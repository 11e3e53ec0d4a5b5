import type { ClassOptions } from '../../functional/classification/confusion/classOptions.ts';
import {
  likelihoodRatios,
  type LikelihoodRatiosValue,
} from '../../functional/classification/confusion/likelihoodRatios.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Likelihood ratios of a binary classifier over all batches: {@link likelihoodRatios} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link ClassOptions}.
 *
 * @example
 * ```ts
 * import { LikelihoodRatios } from 'tfjs-metrics';
 *
 * const metric = new LikelihoodRatios();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // { positive: 1.333333, negative: 0.666667 }
 * ```
 */
export class LikelihoodRatios extends ClassificationMetric<ClassOptions, LikelihoodRatiosValue> {
  static override readonly metricName = 'LikelihoodRatios';
  static override readonly title = 'Likelihood ratios';
  static override readonly higherIsBetter: boolean | null = null;
  static override readonly range: readonly [number, number] = [0, Infinity];

  /** Computes {@link likelihoodRatios} from the table of all batches. */
  override computeFrom(state: ContingencyTable): LikelihoodRatiosValue {
    return likelihoodRatios(state, this.scoreOptions);
  }
}
