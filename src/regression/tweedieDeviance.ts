import { tweedieDevianceLoss, type TweedieDevianceOptions } from '../functional/regression/losses/tweedieDeviance.ts';
import type { Multioutput, OutputScore } from '../functional/regression/outputOptions.ts';
import { OutputLossMetric } from '../metrics/families/outputLossMetric.ts';

/**
 * Mean Tweedie deviance over all batches: {@link tweedieDeviance} of all samples.
 *
 * The state is the sum of the weighted losses of each output, so memory does not depend on the number of samples. Pass
 * weights with each batch: `update(preds, target, { sampleWeight })`.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link TweedieDevianceOptions}.
 *
 * @example
 * ```ts
 * import { TweedieDeviance } from 'tfjs-metrics';
 *
 * const metric = new TweedieDeviance({ power: 1 });
 * metric.update([0.5, 0.5], [2, 0]);
 * metric.update([2, 2], [1, 4]);
 * metric.compute(); // 1.42602
 * ```
 */
export class TweedieDeviance<const Mode extends Multioutput = 'uniformAverage'> extends OutputLossMetric<
  TweedieDevianceOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'TweedieDeviance';
  static override readonly title = 'Tweedie deviance';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: TweedieDevianceOptions<Mode>) {
    super(tweedieDevianceLoss, options);
  }
}
