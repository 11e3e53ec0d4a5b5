import {
  statScores,
  statScoresOptions,
  type CountedClasses,
  type StatScoresOptions,
  type StatScoresValue,
} from '../../functional/classification/confusion/statScores.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Numbers of true and false positives and negatives over all batches: {@link statScores} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link StatScoresOptions}.
 *
 * @example
 * ```ts
 * import { StatScores } from 'tfjs-metrics';
 *
 * const metric = new StatScores();
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // { tp: 2, fp: 1, fn: 1, tn: 1, support: 3 }
 * ```
 */
export class StatScores<const Average extends CountedClasses = 'binary'> extends ClassificationMetric<
  StatScoresOptions<Average>,
  StatScoresValue<Average>
> {
  static override readonly metricName = 'StatScores';
  static override readonly title = 'True and false positives and negatives';
  static override readonly higherIsBetter: boolean | null = null;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: StatScoresOptions<Average>) {
    super(options, statScoresOptions as never);
  }

  /** Computes {@link statScores} from the table of all batches. */
  override computeFrom(state: ContingencyTable): StatScoresValue<Average> {
    return statScores<Average>(state, this.scoreOptions);
  }
}
