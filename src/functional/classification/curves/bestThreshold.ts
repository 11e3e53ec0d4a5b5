import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { aboveCheck, oneOfCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { bestPoint } from './bestPoint.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Criterion of {@link bestThreshold}; see its option `by`. */
export type ThresholdCriterion = 'fBeta' | 'youden' | 'cost';

/** Options for {@link bestThreshold}. */
export interface BestThresholdOptions extends ScoreOptions {
  /**
   * Criterion for the best threshold:
   * - `'fBeta'` (default): highest F-score, (1 + β²) TP / ((1 + β²) TP + β² FN + FP).
   * - `'youden'`: highest TPR − FPR (true minus false positive rate).
   * - `'cost'`: lowest mean cost of errors, (c₁ FP + c₂ FN) / (P + N), for P positive and N negative samples.
   */
  readonly by?: ThresholdCriterion | undefined;
  /** Weight β of recall relative to precision for `'fBeta'`, above 0. Default: 1. */
  readonly beta?: number | undefined;
  /** Cost c₁ of a false positive for `'cost'`, 0 or more. Default: 1. */
  readonly falsePositiveCost?: number | undefined;
  /** Cost c₂ of a false negative for `'cost'`, 0 or more. Default: 1. */
  readonly falseNegativeCost?: number | undefined;
}

/** Result of {@link bestThreshold}. */
export interface BestThresholdValue {
  /** Threshold: samples with a score of at least this are predicted as positive. */
  readonly threshold: number;
  /** Value of the criterion: an F-score or TPR − FPR from 0 to 1, or a mean cost. */
  readonly value: number;
}

/** Reads {@link BestThresholdOptions}. */
export const bestThresholdOptions: OptionsReader<BestThresholdOptions> = /* @__PURE__ */ defineOptions(
  'bestThreshold',
  () => ({
    ...scoreOptions.checks(),
    by: oneOfCheck(['fBeta', 'youden', 'cost']),
    beta: aboveCheck(0),
    falsePositiveCost: costCheck(),
    falseNegativeCost: costCheck(),
  }),
);

function costCheck(): ReturnType<typeof optionCheck> {
  return optionCheck((value) => Number.isFinite(value) && (value as number) >= 0, 'a finite number ≥ 0');
}

/**
 * Threshold of a classifier's score that is best by the F-score, by Youden's index, or by the cost of errors.
 *
 * Samples with a score of at least the threshold are predicted as positive. The option `threshold` of scores such as
 * {@link f1Score} differs: a sample is predicted as positive only if its probability is above that option. Compare the
 * scores with the best threshold yourself, as in the example.
 *
 * Candidates are all distinct scores, and Infinity, at which no sample is predicted as positive. If several thresholds
 * are equally good, the highest threshold is returned. The value is optimistic for the samples that the threshold was
 * chosen on, so choose the threshold on validation data.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns the threshold and the value of the criterion. Both are NaN (or the value is that of `onUndefined`) without
 * samples, for `'fBeta'` without positive samples, and for `'youden'` without positive or without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see W. J. Youden, Cancer 3 (1950) 32–35.
 *
 * @example
 * ```ts
 * import { bestThreshold, f1Score } from 'tfjs-metrics';
 *
 * const [preds, target] = [
 *   [0.1, 0.4, 0.35, 0.8],
 *   [0, 0, 1, 1],
 * ];
 * bestThreshold(preds, target); // { threshold: 0.35, value: 0.8 }
 * bestThreshold(preds, target, { by: 'youden' });
 * // => { threshold: 0.8, value: 0.5 }
 * bestThreshold(preds, target, { by: 'cost', falseNegativeCost: 10 });
 * // => { threshold: 0.35, value: 0.25 }
 *
 * const { threshold } = bestThreshold(preds, target);
 * f1Score(
 *   preds.map((score) => Number(score >= threshold)),
 *   target,
 * ); // 0.8
 * ```
 */
export function bestThreshold(
  preds: Samples,
  target: Labels,
  options?: BestThresholdOptions & PairOptions,
): BestThresholdValue;
/** Computes the threshold from counted scores. */
export function bestThreshold(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<BestThresholdOptions>,
): BestThresholdValue;
export function bestThreshold(...args: ScoreArguments<BestThresholdOptions>): BestThresholdValue {
  const { curve, options, undefinedValue } = readScores('bestThreshold', bestThresholdOptions, args);
  const { by = 'fBeta', beta = 1, falsePositiveCost = 1, falseNegativeCost = 1 } = options;
  const { positives, negatives } = curve;
  const missing = missingClass(curve);
  const problem = by === 'youden' || positives === 0 ? missing : undefined;
  if (problem !== undefined && (by !== 'cost' || positives + negatives === 0)) {
    return { threshold: NaN, value: undefinedValue(problem) };
  }
  if (by === 'youden') return bestPoint(curve, ({ tp, fp }) => tp / positives - fp / negatives);
  if (by === 'cost') {
    const cost = (tp: number, fp: number): number =>
      (falsePositiveCost * fp + falseNegativeCost * (positives - tp)) / (positives + negatives);
    const { threshold, value } = bestPoint(curve, ({ tp, fp }) => -cost(tp, fp));
    return { threshold, value: Math.abs(value) };
  }
  const share = 1 / (1 + beta * beta);
  return bestPoint(curve, ({ tp, fp }) => tp / (share * (tp + fp) + (1 - share) * positives));
}
