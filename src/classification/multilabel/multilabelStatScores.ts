import type { StatScoresValue } from '../../functional/classification/confusion/statScores.ts';
import {
  multilabelStatScores,
  multilabelStatScoresOptions,
  type CountedLabels,
  type MultilabelStatScoresOptions,
} from '../../functional/classification/multilabel/multilabelStatScores.ts';
import { MultilabelMetric } from '../../metrics/families/multilabelMetric.ts';
import type { MultilabelCounts } from '../../state/tables/multilabelCounts.ts';

/**
 * Numbers of true and false positives and negatives of each label over all batches: {@link multilabelStatScores} of the
 * counts of each label.
 *
 * Memory depends on the number of labels only. Pass weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MultilabelStatScoresOptions}.
 *
 * @example
 * ```ts
 * import { MultilabelStatScores } from 'tfjs-metrics';
 *
 * const metric = new MultilabelStatScores({ average: 'micro' });
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
 * metric.compute(); // { tp: 3, fp: 1, fn: 1, tn: 1, support: 4 }
 * ```
 */
export class MultilabelStatScores<const Average extends CountedLabels = 'none'> extends MultilabelMetric<
  MultilabelStatScoresOptions<Average>,
  StatScoresValue<Average>
> {
  static override readonly metricName = 'MultilabelStatScores';
  static override readonly title = 'True and false positives and negatives of labels';
  static override readonly higherIsBetter: boolean | null = null;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: MultilabelStatScoresOptions<Average>) {
    super(options, multilabelStatScoresOptions as never);
  }

  /** Computes {@link multilabelStatScores} from the counts of all batches. */
  override computeFrom(counts: MultilabelCounts): StatScoresValue<Average> {
    return multilabelStatScores<Average>(counts, this.scoreOptions);
  }
}
