import type { ClassAverage, ClassScore } from '../../functional/classification/confusion/classOptions.ts';
import {
  fBetaScore,
  fBetaScoreOptions,
  type FBetaScoreOptions,
} from '../../functional/classification/confusion/fBetaScore.ts';
import { ClassificationMetric } from '../../metrics/families/classificationMetric.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * F-beta score over all batches: {@link fBetaScore} of their contingency table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link FBetaScoreOptions}.
 *
 * @example
 * ```ts
 * import { FBetaScore } from 'tfjs-metrics';
 *
 * const metric = new FBetaScore({ beta: 2 });
 * metric.update([1, 1, 0], [1, 0, 0]);
 * metric.update([0.2, 0.9], [1, 1]);
 * metric.compute(); // 0.666667
 * ```
 */
export class FBetaScore<const Average extends ClassAverage = 'binary'> extends ClassificationMetric<
  FBetaScoreOptions<Average>,
  ClassScore<Average>
> {
  static override readonly metricName = 'FBetaScore';
  static override readonly title = 'F-beta score';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: FBetaScoreOptions<Average>) {
    super(options, fBetaScoreOptions as never);
  }

  /** Computes {@link fBetaScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): ClassScore<Average> {
    return fBetaScore<Average>(state, this.scoreOptions);
  }
}
