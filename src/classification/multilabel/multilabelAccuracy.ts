import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import { multilabelAccuracy } from '../../functional/classification/multilabel/multilabelAccuracy.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Accuracy of samples with several labels each, over all batches: {@link multilabelAccuracy} of the counts of each
 * label.
 *
 * Each label counts by itself. {@link ExactMatch} is the fraction of samples with all labels correct.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelAverageOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelAccuracy } from 'tfjs-metrics';
 *
 * const metric = new MultilabelAccuracy({ average: 'micro' });
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
 * metric.compute(); // 0.666667
 * ```
 */
export class MultilabelAccuracy<const Average extends MultilabelAverage = 'macro'> extends MultilabelMetric<
  MultilabelAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'MultilabelAccuracy';
  static override readonly title = 'Multilabel accuracy';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelAverageOptions<Average>) {
    super(options, multilabelAverageOptions as never);
  }

  /** Computes {@link multilabelAccuracy} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelAccuracy<Average>(counts, this.scoreOptions);
  }
}
