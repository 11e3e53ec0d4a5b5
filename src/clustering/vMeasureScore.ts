import { vMeasureScore } from '../functional/clustering/vMeasureScore.ts';
import { betaOptions, type BetaOptions } from '../functional/clustering/betaOptions.ts';
import { ContingencyMetric } from '../metrics/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * The weighted harmonic mean of homogeneity and completeness over all batches: {@link vMeasureScore} of their contingency table.
 *
 * Memory grows with the number of label pairs that occur, never with the samples. Weights go with each
 * batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} when an option is not as {@link BetaOptions} describes.
 *
 * @example
 * ```ts
 * import { VMeasureScore } from 'tfjs-metrics';
 *
 * const metric = new VMeasureScore();
 * metric.update([0, 0, 1], [0, 0, 1]);
 * metric.update([2, 0], [1, 1]);
 * metric.compute(); // 0.35866
 * ```
 */
export class VMeasureScore extends ContingencyMetric<BetaOptions> {
  static override readonly metricName = 'VMeasureScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: BetaOptions) {
    super(options, betaOptions);
  }

  /** {@link vMeasureScore} of the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return vMeasureScore(state, this.options);
  }
}
