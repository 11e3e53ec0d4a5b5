import { vMeasureScore } from '../functional/clustering/vMeasureScore.ts';
import { betaOptions, type BetaOptions } from '../functional/clustering/betaOptions.ts';
import { ContingencyMetric } from '../metrics/families/contingencyMetric.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';

/**
 * Weighted harmonic mean of homogeneity and completeness over all batches: {@link vMeasureScore} of their contingency
 * table.
 *
 * Memory grows with the number of distinct label pairs, not with the number of samples. Pass weights with each batch:
 * `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link BetaOptions}.
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
  static override readonly title = 'V-measure';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, 1];

  constructor(options?: BetaOptions) {
    super(options, betaOptions);
  }

  /** Computes {@link vMeasureScore} from the table of all batches. */
  override computeFrom(state: ContingencyTable): number {
    return vMeasureScore(state, this.options);
  }
}
