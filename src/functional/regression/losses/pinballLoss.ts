import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { shareCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';

/** Options for {@link pinballLoss}. */
export interface PinballLossOptions<Mode extends Multioutput = Multioutput> extends OutputOptions<Mode> {
  /** Probability of the predicted quantile. Default: 0.5, the median. */
  readonly alpha?: number | undefined;
}

const pinballLossOptions: OptionsReader<PinballLossOptions> = /* @__PURE__ */ defineOptions<PinballLossOptions>(
  'pinballLoss',
  () => ({
    ...outputOptions.checks(),
    alpha: shareCheck(),
  }),
);

/** Mean of the tilted absolute errors. */
export const pinballLossOfOutputs: OutputLoss<PinballLossOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'pinballLoss',
  options: pinballLossOptions,
  sumsName: ({ alpha = 0.5 }) => `pinballLoss ${alpha}`,
  terms: ({ alpha = 0.5 }) => [
    (pred, target) => (target >= pred ? alpha * (target - pred) : (1 - alpha) * (pred - target)),
  ],
});

/**
 * Mean pinball loss, or quantile loss, of predicted quantiles.
 *
 * L = (1/N) Σᵢ max(α(yᵢ − ŷᵢ), (1 − α)(ŷᵢ − yᵢ)) is minimal if ŷᵢ is the quantile of probability α. For α = ½ it is
 * half the mean absolute error. With several outputs, the score is the mean of the scores of all outputs, or an array
 * of them, according to `multioutput`.
 *
 * @param preds - predicted quantiles, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (equal) up, in the unit of the values. NaN without samples. With `multioutput: 'rawValues'`,
 * an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.mean_pinball_loss`.
 *
 * @example
 * ```ts
 * import { pinballLoss } from 'tfjs-metrics';
 *
 * pinballLoss([0, 2, 3], [1, 2, 3], { alpha: 0.9 }); // 0.3
 * pinballLoss([2, 2, 3], [1, 2, 3], { alpha: 0.9 }); // 0.0333333
 * ```
 */
export function pinballLoss<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: PinballLossOptions<Mode> & PairOptions,
): OutputScore<Mode> {
  return lossOfSamples(pinballLossOfOutputs, preds, target, options);
}
