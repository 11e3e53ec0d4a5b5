import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { numberCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { elementwiseLoss } from '../elementwiseLoss.ts';
import { lossOfSamples, type OutputLoss } from '../outputLoss.ts';
import { undefinedOptions, type UndefinedOptions } from '../outputOptions.ts';

/** Options for {@link criticalSuccessIndex}. */
export interface CriticalSuccessIndexOptions extends UndefinedOptions {
  /** Value from which on an event has occurred. Default: 0.5. */
  readonly threshold?: number | undefined;
}

const criticalSuccessIndexOptions: OptionsReader<CriticalSuccessIndexOptions> =
  /* @__PURE__ */ defineOptions<CriticalSuccessIndexOptions>('criticalSuccessIndex', () => ({
    ...undefinedOptions.checks(),
    threshold: numberCheck(),
  }));

/** Ratio of the number of predicted events that occurred to the number of all events, predicted or not. */
export const criticalSuccessIndexLoss: OutputLoss<CriticalSuccessIndexOptions> = /* @__PURE__ */ elementwiseLoss({
  name: 'criticalSuccessIndex',
  options: criticalSuccessIndexOptions,
  sumsName: ({ threshold = 0.5 }) => `criticalSuccessIndex ${threshold}`,
  termCount: 2,
  terms: ({ threshold = 0.5 }) => [
    (pred, target) => Number(pred >= threshold && target >= threshold),
    (pred, target) => Number(pred >= threshold || target >= threshold),
  ],
  score: ([hits, events]) => hits! / events!,
  undefinedReason: 'no value reaches the threshold',
  isPooled: true,
});

/**
 * Critical success index (CSI), or threat score, of forecasts of rare events, such as rain above a threshold.
 *
 * CSI = hits / (hits + misses + false alarms). A value that reaches the threshold is an event. The counts include all
 * samples and outputs.
 *
 * @param preds - predictions, `[N]` or `[N, D]`.
 * @param target - true values, of the same shape.
 * @returns a number from 0 (no hit) to 1 (all events are predicted, and no others). NaN if no value reaches the
 * threshold. NaN without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.CriticalSuccessIndex`, which returns 0 without events.
 *
 * @example
 * ```ts
 * import { criticalSuccessIndex } from 'tfjs-metrics';
 *
 * criticalSuccessIndex([0.2, 0.7, 0.9, 0.3], [0.4, 0.2, 0.8, 0.6]); // 0.333333
 * criticalSuccessIndex([12, 3, 25], [15, 11, 8], { threshold: 10 }); // 0.333333
 * ```
 */
export function criticalSuccessIndex(
  preds: Samples,
  target: Samples,
  options?: CriticalSuccessIndexOptions & PairOptions,
): number {
  return lossOfSamples(criticalSuccessIndexLoss, preds, target, options);
}
