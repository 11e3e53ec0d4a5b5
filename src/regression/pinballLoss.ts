import { pinballLossOfOutputs, type PinballLossOptions } from '../functional/regression/losses/pinballLoss.ts';
import type { Multioutput, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean pinball loss over all batches: {@link pinballLoss} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link PinballLossOptions}.
 *
 * @example
 * ```ts
 * import { PinballLoss } from 'tfjs-metrics';
 *
 * const metric = new PinballLoss({ alpha: 0.9 });
 * metric.update([0, 2], [1, 2]);
 * metric.update([3], [3]);
 * metric.compute(); // 0.3
 * ```
 */
export class PinballLoss<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  PinballLossOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'PinballLoss';
  static override readonly title = 'Pinball loss';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: PinballLossOptions<Mode>) {
    super(pinballLossOfOutputs, options);
  }
}
