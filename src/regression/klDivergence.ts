import { klDivergenceLoss } from '../functional/regression/distributions/klDivergence.ts';
import type { DivergenceOptions } from '../functional/regression/distributions/divergence.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Kullback–Leibler divergence over all batches: {@link klDivergence} of all samples.
 *
 * The state is the weighted sum of the values of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link DivergenceOptions}.
 *
 * @example
 * ```ts
 * import { KlDivergence } from 'tfjs-metrics';
 *
 * const metric = new KlDivergence();
 * metric.update([[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]]);
 * metric.update([[0.5, 0.25, 0.25]], [[0.25, 0.5, 0.25]]);
 * metric.compute(); // 0.129293
 * ```
 */
export class KlDivergence extends OutputLossMetric<DivergenceOptions> {
  static override readonly metricName = 'KlDivergence';
  static override readonly title = 'Kullback–Leibler divergence';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: DivergenceOptions) {
    super(klDivergenceLoss, options);
  }
}
