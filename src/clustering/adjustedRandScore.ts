import { adjustedRandScore } from '../functional/clustering/adjustedRandScore.ts';
import type { LabelOptions } from '../inputs/labelOptions.ts';
import { pairCountingOptions } from '../functional/clustering/pairConfusionMatrix.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Agreement of two labelings on the sample pairs of all batches, adjusted for chance: {@link adjustedRandScore} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`; they must be whole numbers.
 *
 * @throws {@link MetricInputError} when an option is not as {@link LabelOptions} describes.
 *
 * @example
 * ```ts
 * import { AdjustedRandScore } from 'tfjs-metrics';
 *
 * const metric = new AdjustedRandScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // -0.086957
 * ```
 */
export class AdjustedRandScore extends ContingencyMetric<LabelOptions> {
  static override readonly metricName = 'AdjustedRandScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-0.5, 1];

  constructor(options?: LabelOptions) {
    super(options, pairCountingOptions);
  }

  /** {@link adjustedRandScore} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return adjustedRandScore(state, this.options);
  }
}
