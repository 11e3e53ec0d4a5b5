import { crpsLoss } from '../functional/regression/distributions/crps.ts';
import type { UndefinedOptions } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Continuous ranked probability score over all batches: {@link crps} of all samples.
 *
 * The state is the weighted sum of the values of the samples, so memory does not depend on their number. Pass weights
 * with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link UndefinedOptions}.
 *
 * @example
 * ```ts
 * import { Crps } from 'tfjs-metrics';
 *
 * const metric = new Crps();
 * metric.update([[1, 2, 4]], [3]);
 * metric.update([[0, 0.5, 1]], [0.5]);
 * metric.compute(); // 0.388889
 * ```
 */
export class Crps extends OutputLossMetric<UndefinedOptions> {
  static override readonly metricName = 'Crps';
  static override readonly title = 'CRPS';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: UndefinedOptions) {
    super(crpsLoss, options);
  }
}
