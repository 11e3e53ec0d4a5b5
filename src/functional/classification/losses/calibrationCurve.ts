import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { CalibrationBins } from '../../../state/scores/calibrationBins.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import {
  calibrationOptions,
  readCalibration,
  type CalibrationArguments,
  type CalibrationCountsOptions,
  type CalibrationOptions,
} from './calibrationOptions.ts';

/** Result of {@link calibrationCurve}: one value for each bin with samples, in ascending order of probability. */
export interface CalibrationCurveValue {
  /** Mean predicted probability of the samples of each bin. */
  readonly meanPredicted: Float64Array;
  /** Fraction of positive samples in each bin. For several classes, fraction of correct predictions. */
  readonly positiveShare: Float64Array;
  /** Number of samples in each bin, or the sum of their weights. */
  readonly weight: Float64Array;
}

/**
 * Calibration curve, the data of a reliability diagram: for each bin of predicted probabilities, their mean and the
 * fraction of positive samples. For a calibrated classifier, the two agree except for random differences.
 *
 * For probabilities of several classes, `[N, K]`, the highest probability of each sample is used, and the fraction is
 * that of samples for which the class with this probability is the true class.
 *
 * @param preds - probability of the positive class, `[N]` or `[N, 1]`, or of each class, `[N, K]`, with a sum of 1 for
 * each sample. Logits with `fromLogits: true`.
 * @param target - label of each sample, `[N]`.
 * @returns arrays of equal length, without values for empty bins. The arrays are empty without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Niculescu-Mizil and R. Caruana, ICML 2005, 625–632.
 *
 * @example
 * ```ts
 * import { calibrationCurve } from 'tfjs-metrics';
 *
 * const { meanPredicted, positiveShare } = calibrationCurve(
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 *   { bins: 2 },
 * );
 * meanPredicted; // Float64Array [0.283333, 0.8]
 * positiveShare; // Float64Array [0.333333, 1]
 * ```
 */
export function calibrationCurve(
  preds: Samples,
  target: Labels,
  options?: CalibrationOptions & PairOptions,
): CalibrationCurveValue;
/** Computes the curve from binned or counted probabilities. */
export function calibrationCurve(
  counts: CalibrationBins | ScoreCounts,
  options?: CalibrationCountsOptions,
): CalibrationCurveValue;
export function calibrationCurve(...args: CalibrationArguments<CalibrationOptions>): CalibrationCurveValue {
  const { sums } = readCalibration('calibrationCurve', calibrationOptions, args);
  const isUsed = (_: number, bin: number): boolean => sums.weights[bin]! > 0;
  const weight = sums.weights.filter(isUsed);
  return {
    meanPredicted: sums.scores.filter(isUsed).map((sum, k) => sum / weight[k]!),
    positiveShare: sums.positives.filter(isUsed).map((sum, k) => sum / weight[k]!),
    weight,
  };
}
