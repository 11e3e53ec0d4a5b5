import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import { multilabelPrecision } from '../../functional/classification/multilabel/multilabelPrecision.ts';
import {
  multilabelAverageOptions,
  type MultilabelAverage,
  type MultilabelAverageOptions,
} from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Precision of samples with several labels each, over all batches: {@link multilabelPrecision} of the counts of each
 * label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelAverageOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelPrecision } from 'tfjs-metrics';
 *
 * const metric = new MultilabelPrecision({ average: 'micro' });
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
export class MultilabelPrecision<const Average extends MultilabelAverage = 'macro'> extends MultilabelMetric<
  MultilabelAverageOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'MultilabelPrecision';
  static override readonly title = 'Multilabel precision';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelAverageOptions<Average>) {
    super(options, multilabelAverageOptions as never);
  }

  /** Computes {@link multilabelPrecision} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelPrecision<Average>(counts, this.scoreOptions);
  }
}
