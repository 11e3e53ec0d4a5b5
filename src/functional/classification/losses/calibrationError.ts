import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import type { CalibrationBins } from '../../../state/scores/calibrationBins.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { scoreOfSamples } from '../../undefinedScore.ts';
import {
  calibrationOptions,
  readCalibration,
  type CalibrationArguments,
  type CalibrationCountsOptions,
  type CalibrationOptions,
} from './calibrationOptions.ts';

/** Options for {@link calibrationError}. */
export interface CalibrationErrorOptions extends CalibrationOptions {
  /**
   * How to combine the absolute differences of the bins: their weighted mean (`'l1'`, expected calibration error, ECE),
   * the square root of their weighted mean square (`'l2'`), or their maximum (`'max'`, maximum calibration error, MCE).
   * Default: `'l1'`.
   */
  readonly norm?: 'l1' | 'l2' | 'max' | undefined;
}

/** Reads {@link CalibrationErrorOptions}. */
export const calibrationErrorOptions: OptionsReader<CalibrationErrorOptions> = /* @__PURE__ */ defineOptions(
  'calibrationError',
  () => ({ ...calibrationOptions.checks(), norm: oneOfCheck(['l1', 'l2', 'max']) }),
);

/**
 * Calibration error: the mean absolute difference between predicted probability and fraction of positive samples, over
 * bins of predicted probabilities.
 *
 * With the default `norm: 'l1'`, the error is Σ_b (n_b/n) |p̄_b − ȳ_b|. Bin b has n_b of the n samples, p̄_b is their
 * mean predicted probability and ȳ_b their fraction of positive samples, as in {@link calibrationCurve}. The error is
 * biased upwards for few samples, because random differences in a bin do not cancel.
 *
 * @param preds - probability of the positive class, `[N]` or `[N, 1]`, or of each class, `[N, K]`, with a sum of 1 for
 * each sample. Logits with `fromLogits: true`.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (calibrated) to 1. NaN without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see C. Guo et al., On calibration of modern neural networks, ICML 2017, 1321–1330.
 *
 * @example
 * ```ts
 * import { calibrationError } from 'tfjs-metrics';
 *
 * const [preds, target] = [
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 * ];
 * calibrationError(preds, target, { bins: 2 }); // 0.0875
 * calibrationError(preds, target, { bins: 2, norm: 'max' }); // 0.2
 * calibrationError(preds, target, { bins: 2, strategy: 'quantile' }); // 0.1875
 * ```
 */
export function calibrationError(
  preds: Samples,
  target: Labels,
  options?: CalibrationErrorOptions & PairOptions,
): number;
/** Computes the error from binned or counted probabilities. */
export function calibrationError(
  counts: CalibrationBins | ScoreCounts,
  options?: CalibrationCountsOptions<CalibrationErrorOptions>,
): number;
export function calibrationError(...args: CalibrationArguments<CalibrationErrorOptions>): number {
  const { sums, n, options } = readCalibration('calibrationError', calibrationErrorOptions, args);
  const { norm = 'l1', onUndefined } = options;
  return scoreOfSamples('calibrationError', n, onUndefined, () => {
    const total = new CompensatedSum();
    let most = 0;
    sums.weights.forEach((weight, bin) => {
      if (weight === 0) return;
      const gap = Math.abs(sums.scores[bin]! - sums.positives[bin]!) / weight;
      most = Math.max(most, gap);
      total.add((weight / n) * (norm === 'l2' ? gap * gap : gap));
    });
    if (norm === 'max') return most;
    return norm === 'l2' ? Math.sqrt(total.value) : total.value;
  });
}
