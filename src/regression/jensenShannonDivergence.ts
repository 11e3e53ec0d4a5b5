import { jensenShannonDivergenceLoss } from '../functional/regression/distributions/jensenShannonDivergence.ts';
import type { DivergenceOptions } from '../functional/regression/distributions/divergence.ts';
import { inBase } from '../functional/information/discrete/informationOptions.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Jensen–Shannon divergence over all batches: {@link jensenShannonDivergence} of all samples.
 *
 * The state is the weighted sum of the values of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link DivergenceOptions}.
 *
 * @example
 * ```ts
 * import { JensenShannonDivergence } from 'tfjs-metrics';
 *
 * const metric = new JensenShannonDivergence();
 * metric.update([[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]]);
 * metric.update([[0.5, 0.25, 0.25]], [[0.25, 0.5, 0.25]]);
 * metric.compute(); // 0.0324673
 * ```
 */
export class JensenShannonDivergence extends OutputLossMetric<DivergenceOptions> {
  static override readonly metricName = 'JensenShannonDivergence';
  static override readonly title = 'Jensen–Shannon divergence';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Math.LN2];

  constructor(options?: DivergenceOptions) {
    super(jensenShannonDivergenceLoss, options);
  }

  /** Returns the value with its name, direction and range, which ends at ln 2 in the unit of `base`. */
  override scoresIn(value: number, name: string): NamedScore[] {
    const limit = inBase(Math.LN2, this.options.base);
    return super.scoresIn(value, name).map((score) => ({ ...score, range: [0, limit] }));
  }
}
