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

/** Result of {@link calibrationCurve}: one value for each bin with samples, by ascending probability. */
export interface CalibrationCurveValue {
  /** Mean predicted probability of the samples of each bin. */
  readonly meanPredicted: Float64Array;
  /** Share of positive samples in each bin. */
  readonly positiveShare: Float64Array;
  /** Weight of the samples of each bin (their number, without weights). */
  readonly weight: Float64Array;
}

/**
 * Calibration curve, the data of a reliability diagram: the mean predicted probability and the share of positive samples,
 * for bins of probability. They are equal for a calibrated classifier.
 *
 * For probabilities of several classes, `[N, K]`, the predicted probability is the highest one of each sample, and the
 * share is that of samples whose class with the highest probability is the true one.
 *
 * @param preds - probability of the positive class, `[N]` or `[N, 1]`, or of each class, `[N, K]`, with a sum of 1.
 * @param target - label of each sample, `[N]`.
 * @returns arrays of equal length, without empty bins; empty without samples.
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
