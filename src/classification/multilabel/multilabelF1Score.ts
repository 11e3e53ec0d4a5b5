import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import { multilabelF1Score } from '../../functional/classification/multilabel/multilabelF1Score.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * F1 score of samples with several labels each, over all batches: {@link multilabelF1Score} of the counts of each
 * label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelAverageOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelF1Score } from 'tfjs-metrics';
 *
 * const metric = new MultilabelF1Score({ average: 'micro' });
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
 * metric.compute(); // 0.75
 * ```
 */
export class MultilabelF1Score<const Average extends MultilabelAverage = 'macro'> extends MultilabelMetric<
  MultilabelAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'MultilabelF1Score';
  static override readonly title = 'Multilabel F1 score';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelAverageOptions<Average>) {
    super(options, multilabelAverageOptions as never);
  }

  /** Computes {@link multilabelF1Score} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelF1Score<Average>(counts, this.scoreOptions);
  }
}
