import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import { multilabelNegativePredictiveValue } from '../../functional/classification/multilabel/multilabelNegativePredictiveValue.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Negative predictive value of samples with several labels each, over all batches:
 * {@link multilabelNegativePredictiveValue} of the counts of each label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelAverageOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelNegativePredictiveValue } from 'tfjs-metrics';
 *
 * const metric = new MultilabelNegativePredictiveValue({ average: 'micro' });
 * metric.update(
 *   [
 *     [1, 0],
 *     [1, 1],
 *   ],
 *   [
 *     [1, 0],
 *     [0, 1],
 *   ],
 * );
 * metric.update([[0.2, 0.9]], [[1, 1]]);
 * metric.compute(); // 0.5
 * ```
 */
export class MultilabelNegativePredictiveValue<
  const Average extends MultilabelAverage = 'macro',
> extends MultilabelMetric<MultilabelAverageOptions<Average>, ClassScore<Average>> {
  static override readonly metricName = 'MultilabelNegativePredictiveValue';
  static override readonly title = 'Multilabel negative predictive value';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelAverageOptions<Average>) {
    super(options, multilabelAverageOptions as never);
  }

  /** Computes {@link multilabelNegativePredictiveValue} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelNegativePredictiveValue<Average>(counts, this.scoreOptions);
  }
}
