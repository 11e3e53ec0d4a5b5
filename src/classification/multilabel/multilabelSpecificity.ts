import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import { multilabelSpecificity } from '../../functional/classification/multilabel/multilabelSpecificity.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Specificity of samples with several labels each, over all batches: {@link multilabelSpecificity} of the counts of
 * each label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelAverageOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelSpecificity } from 'tfjs-metrics';
 *
 * const metric = new MultilabelSpecificity({ average: 'micro' });
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
export class MultilabelSpecificity<const Average extends MultilabelAverage = 'macro'> extends MultilabelMetric<
  MultilabelAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'MultilabelSpecificity';
  static override readonly title = 'Multilabel specificity';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelAverageOptions<Average>) {
    super(options, multilabelAverageOptions as never);
  }

  /** Computes {@link multilabelSpecificity} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelSpecificity<Average>(counts, this.scoreOptions);
  }
}
