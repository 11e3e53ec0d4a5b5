import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Result of {@link rocCurve}. */
export interface RocCurveValue {
  /** False positive rate at each threshold, ascending from 0 to 1. */
  readonly fpr: Float64Array;
  /** True positive rate (recall) at each threshold, ascending from 0 to 1. */
  readonly tpr: Float64Array;
  /** Thresholds, descending from Infinity: samples with a score of at least the threshold are predicted as positive. */
  readonly thresholds: Float64Array;
}

/**
 * ROC curve: the true positive rate against the false positive rate, for each threshold.
 *
 * The curve starts at (0, 0), with the threshold Infinity, and has one more point for each distinct score, in
 * descending order of threshold. The area under the straight lines between the points is {@link auroc}. scikit-learn
 * omits points inside straight segments by default; this function keeps them.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns three arrays of equal length. `tpr` is NaN (or the value of `onUndefined`) without positive samples, `fpr`
 * without negative samples. Without samples and without the option `thresholds`, the arrays are empty.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see T. Fawcett, Pattern Recognition Letters 27 (2006) 861–874.
 *
 * @example
 * ```ts
 * import { rocCurve } from 'tfjs-metrics';
 *
 * const { fpr, tpr, thresholds } = rocCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * fpr; // Float64Array [0, 0, 0.5, 0.5, 1]
 * tpr; // Float64Array [0, 0.5, 0.5, 1, 1]
 * thresholds; // Float64Array [Infinity, 0.8, 0.4, 0.35, 0.1]
 * ```
 */
export function rocCurve(preds: Samples, target: Labels, options?: ScoreOptions & PairOptions): RocCurveValue;
/** Computes the curve from counted scores. */
export function rocCurve(counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions): RocCurveValue;
export function rocCurve(...args: ScoreArguments<ScoreOptions>): RocCurveValue {
  const { curve, undefinedValue } = readScores('rocCurve', scoreOptions, args);
  const problem = missingClass(curve);
  return rocOfCurve(curve, problem === undefined ? NaN : undefinedValue(problem));
}

/** Returns the ROC curve of counted scores; `missing` is the rate of a class without samples. */
export function rocOfCurve(curve: ScoreCurve, missing: number): RocCurveValue {
  if (curve.thresholds.length === 0) {
    return { fpr: new Float64Array(0), tpr: new Float64Array(0), thresholds: new Float64Array(0) };
  }
  const rates = (counts: Float64Array, total: number): Float64Array =>
    withFirst(0, counts).map((count) => (total > 0 ? count / total : missing));
  return {
    fpr: rates(curve.falsePositives, curve.negatives),
    tpr: rates(curve.truePositives, curve.positives),
    thresholds: withFirst(Infinity, curve.thresholds),
  };
}

function withFirst(first: number, rest: Float64Array): Float64Array {
  const all = new Float64Array(rest.length + 1);
  all[0] = first;
  all.set(rest, 1);
  return all;
}
