import type { ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import {
  multilabelFBetaScore,
  multilabelFBetaScoreOptions,
  type MultilabelFBetaScoreOptions,
} from '../../functional/classification/multilabel/multilabelFBetaScore.ts';
import { type MultilabelAverage } from '../../functional/classification/multilabel/multilabelOptions.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * F-beta score of samples with several labels each, over all batches: {@link multilabelFBetaScore} of the counts of
 * each label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelFBetaScoreOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelFBetaScore } from 'tfjs-metrics';
 *
 * const metric = new MultilabelFBetaScore({ beta: 2, average: 'micro' });
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
export class MultilabelFBetaScore<const Average extends MultilabelAverage = 'macro'> extends MultilabelMetric<
  MultilabelFBetaScoreOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'MultilabelFBetaScore';
  static override readonly title = 'Multilabel F-beta score';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: MultilabelFBetaScoreOptions<Average>) {
    super(options, multilabelFBetaScoreOptions as never);
  }

  /** Computes {@link multilabelFBetaScore} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): ClassScore<Average> {
    return multilabelFBetaScore<Average>(counts, this.scoreOptions);
  }
}
