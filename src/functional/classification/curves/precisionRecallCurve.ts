import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Result of {@link precisionRecallCurve}. */
export interface PrecisionRecallCurveValue {
  /** Precision at each threshold, followed by 1. */
  readonly precision: Float64Array;
  /** Recall at each threshold, descending, followed by 0. */
  readonly recall: Float64Array;
  /** Thresholds, ascending: samples with a score of at least the threshold are predicted as positive. */
  readonly thresholds: Float64Array;
}

/**
 * Precision–recall curve: precision and recall for each threshold.
 *
 * As in scikit-learn, the curve has a point for each distinct score, in ascending order of threshold, and a last point
 * with precision 1 and recall 0. The area under the curve, as a step function, is {@link averagePrecision}.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns precision, recall and thresholds; precision and recall have one value more than thresholds. Recall is NaN
 * (or the value of `onUndefined`) without positive samples, where scikit-learn 1.2 returns 1. Precision is 1 at a
 * threshold above all scores, which occurs only with the option `thresholds`. Without samples and without `thresholds`,
 * the arrays are empty.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.precision_recall_curve`.
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from 'tfjs-metrics';
 *
 * const { precision, recall, thresholds } = precisionRecallCurve(
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 * );
 * precision; // Float64Array [0.5, 0.666667, 0.5, 1, 1]
 * recall; // Float64Array [1, 1, 0.5, 0.5, 0]
 * thresholds; // Float64Array [0.1, 0.35, 0.4, 0.8]
 * ```
 */
export function precisionRecallCurve(
  preds: Samples,
  target: Labels,
  options?: ScoreOptions & PairOptions,
): PrecisionRecallCurveValue;
/** Computes the curve from counted scores. */
export function precisionRecallCurve(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions,
): PrecisionRecallCurveValue;
export function precisionRecallCurve(...args: ScoreArguments<ScoreOptions>): PrecisionRecallCurveValue {
  const { curve, undefinedValue } = readScores('precisionRecallCurve', scoreOptions, args);
  return precisionRecallOfCurve(curve, curve.positives > 0 ? NaN : undefinedValue('there are no positive samples'));
}

/** Returns the precision–recall curve of counted scores; `missing` is the recall without positive samples. */
export function precisionRecallOfCurve(curve: ScoreCurve, missing: number): PrecisionRecallCurveValue {
  const { truePositives, falsePositives, positives } = curve;
  const size = truePositives.length;
  if (size === 0)
    return { precision: new Float64Array(0), recall: new Float64Array(0), thresholds: new Float64Array(0) };
  const precision = new Float64Array(size + 1);
  const recall = new Float64Array(size + 1);
  for (let k = 0; k < size; k++) {
    const tp = truePositives[k]!;
    const predicted = tp + falsePositives[k]!;
    precision[size - 1 - k] = predicted > 0 ? tp / predicted : 1;
    recall[size - 1 - k] = positives > 0 ? tp / positives : missing;
  }
  precision[size] = 1;
  return { precision, recall, thresholds: curve.thresholds.slice().reverse() };
}
