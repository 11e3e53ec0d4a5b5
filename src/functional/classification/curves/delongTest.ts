import { withoutOptions } from '../../../inputs/options/withoutOptions.ts';
import {
  checkBinaryScores,
  IGNORED,
  POSITIVE,
  type BinaryScores,
  type ScoreReadingOptions,
} from '../../../inputs/classification/binaryScores.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import type { OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { shareCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import { studentPValue } from '../../../numeric/special/studentPValue.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { auroc } from './auroc.ts';
import { placeOfScore } from './placeOfScore.ts';
import { missingClass } from './readScores.ts';
import { scoreOptions } from './scoreOptions.ts';

/** Options for {@link delongTest}. */
export interface DelongTestOptions extends Omit<ScoreReadingOptions, 'fromLogits'> {
  /** Confidence level of the interval, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
  /** Value of the difference, its interval and its standard error if a class has fewer than 2 samples. Default: NaN. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Result of {@link delongTest}. */
export interface DelongTestValue {
  /** Area under the ROC curve of the first scores minus that of the second scores. */
  readonly difference: number;
  /** Lower end of the confidence interval of the difference. */
  readonly lower: number;
  /** Upper end of the confidence interval of the difference. */
  readonly upper: number;
  /** Standard error of the difference. */
  readonly standardError: number;
  /** Difference divided by its standard error. */
  readonly statistic: number;
  /** Two-sided p-value of the null hypothesis that the areas are equal. */
  readonly pValue: number;
}

const delongTestOptions = /* @__PURE__ */ defineOptions<DelongTestOptions>('delongTest', () => ({
  ...withoutOptions(scoreOptions.checks(), ['fromLogits', 'thresholds']),
  confidence: shareCheck(),
}));

/**
 * DeLong's test of the difference between the {@link auroc} of two classifiers on the same samples.
 *
 * For each sample, let v be the fraction of samples of the other class that are in the right order with it by the first
 * scores (ties count half), minus the same fraction by the second scores. S₁₀ and S₀₁ are the sample variances of v over
 * the n₊ positive and the n₋ negative samples, a = S₁₀/n₊ and b = S₀₁/n₋. The statistic is (A − B) / √(a + b), for the
 * areas A and B of the two classifiers; a + b accounts for the correlation of the areas.
 *
 * The p-value is from Student's distribution with (a + b)² / (a²/(n₊ − 1) + b²/(n₋ − 1)) degrees of freedom, as in
 * Welch's test. A normal distribution would give p-values that are too small if a class has few samples.
 *
 * @param preds - scores of the first classifier, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param otherPreds - scores of the second classifier, on any scale, `[N]` or `[N, 1]`.
 * @param target - label of each sample, `[N]`.
 * @returns the difference A − B (from −1 to 1), its confidence interval and standard error, the statistic z and the
 * p-value. The p-value is 1 if the areas are equal. All are NaN if there are fewer than 2 positive or fewer than 2
 * negative samples; `onUndefined` does not apply to the statistic and the p-value.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988) 837–845; for the time O(n log n), X.
 * Sun and W. Xu, IEEE Signal Processing Letters 21 (2014) 1389–1393; for the degrees of freedom, B. L. Welch,
 * Biometrika 34 (1947) 28–35.
 *
 * @example
 * ```ts
 * import { delongTest } from 'tfjs-metrics';
 *
 * const target = [0, 0, 1, 0, 1, 0, 1, 1];
 * const [first, second] = [
 *   [1, 3, 4, 2, 6, 5, 7, 8],
 *   [2, 6, 4, 5, 3, 1, 8, 7],
 * ];
 * const { difference, statistic, pValue } = delongTest(first, second, target);
 * [difference, statistic, pValue]; // [0.1875, 0.8429, 0.437]
 * ```
 */
export function delongTest(
  preds: Samples,
  otherPreds: Samples,
  target: Labels,
  given?: DelongTestOptions,
): DelongTestValue {
  const { confidence = 0.95, onUndefined, ...reading } = delongTestOptions(given);
  const [first, second] = [checkBinaryScores(preds, target, reading), checkBinaryScores(otherPreds, target, reading)];
  const counts = [first, second].map((batch) => new ScoreCounts().addChecked(batch)) as [ScoreCounts, ScoreCounts];
  const { curve } = counts[0];
  const { positives, negatives } = curve;
  const problem = missingClass(curve) ?? (Math.min(positives, negatives) < 2 ? 'a class has one sample' : undefined);
  if (problem !== undefined) {
    const value = undefinedScore('delongTest', onUndefined, NaN, problem);
    return { difference: value, lower: value, upper: value, standardError: value, statistic: NaN, pValue: NaN };
  }
  const difference = auroc(counts[0]) - auroc(counts[1]);
  const [ofPositive, ofNegative] = variancesOfDifference(first, second, counts, difference);
  const variance = ofPositive + ofNegative;
  const standardError = Math.sqrt(variance);
  // 0/0 for scores with the same order.
  const statistic = difference === 0 ? 0 : difference / standardError;
  const freedom = variance ** 2 / (ofPositive ** 2 / (positives - 1) + ofNegative ** 2 / (negatives - 1));
  // Without variance, the degrees of freedom are 0/0, and any will do.
  const known = variance > 0 ? freedom : 1;
  const width = studentQuantile((1 + confidence) / 2, known) * standardError;
  return {
    difference,
    lower: Math.max(-1, difference - width),
    upper: Math.min(1, difference + width),
    standardError,
    statistic,
    pValue: studentPValue(statistic, known),
  };
}

/** Returns the variance that is due to the positive and to the negative samples. */
function variancesOfDifference(
  first: BinaryScores,
  second: BinaryScores,
  [counts, otherCounts]: readonly [ScoreCounts, ScoreCounts],
  difference: number,
): readonly [positive: number, negative: number] {
  const { classes } = first;
  const [shareOf, otherShareOf] = [sharesInOrder(counts), sharesInOrder(otherCounts)];
  const [ofPositive, ofNegative] = [new CompensatedSum(), new CompensatedSum()];
  for (let k = 0; k < classes.length; k++) {
    if (classes[k] === IGNORED) continue;
    const isPositive = classes[k] === POSITIVE;
    const share = shareOf(first.scores[k]!, isPositive) - otherShareOf(second.scores[k]!, isPositive);
    (isPositive ? ofPositive : ofNegative).add((share - difference) ** 2);
  }
  const { positives, negatives } = counts;
  return [ofPositive.value / (positives - 1) / positives, ofNegative.value / (negatives - 1) / negatives];
}

/** Returns a function of a score: the share of samples of the other class in order with it; ties count half. */
function sharesInOrder({ curve }: ScoreCounts): (score: number, isPositive: boolean) => number {
  const { thresholds, truePositives, falsePositives, positives, negatives } = curve;
  return (score, isPositive) => {
    const low = placeOfScore(score, thresholds);
    const counts = isPositive ? falsePositives : truePositives;
    const atOrAbove = (counts[low]! + (low > 0 ? counts[low - 1]! : 0)) / 2;
    return isPositive ? 1 - atOrAbove / negatives : atOrAbove / positives;
  };
}
