import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { eachRanking, meanOfRankings, type LabelRankingArguments, type LabelRankingScores } from './meanOfRankings.ts';
import type { LabelRankingOptions } from './multilabelOptions.ts';

/** Mean, over the labels that a sample has, of their fraction among the labels with at least the same score. */
export const rankingPrecisionOfSamples: LabelRankingScores = /* @__PURE__ */ eachRanking((ranking) => {
  if (ranking.relevant === 0) return 1;
  let sum = 0;
  ranking.visitRanks((tied, relevantAbove, irrelevantAbove) => {
    sum += tied * (relevantAbove / (relevantAbove + irrelevantAbove));
  });
  return sum / ranking.relevant;
});

/**
 * Label ranking average precision: the degree to which the true labels of a sample have higher scores than its other
 * labels.
 *
 * For each true label of a sample, take the labels with at least the same score, including ties, and compute the
 * fraction of them that are true labels. The value is the mean of this fraction over the true labels of a sample, and
 * then over samples. A sample with all labels or without labels counts as 1.
 *
 * @param preds - score of each label, `[N, L]`: any finite numbers, such as probabilities or logits.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number above 0, at most 1 (the true labels of each sample have the highest scores). NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.label_ranking_average_precision_score`;
 * `torchmetrics.classification.MultilabelRankingAveragePrecision`.
 *
 * @example
 * ```ts
 * import { labelRankingAveragePrecision } from 'tfjs-metrics';
 *
 * labelRankingAveragePrecision(
 *   [
 *     [0.75, 0.5, 1],
 *     [1, 0.2, 0.1],
 *   ],
 *   [
 *     [1, 0, 0],
 *     [0, 0, 1],
 *   ],
 * ); // 0.416667
 * ```
 */
export function labelRankingAveragePrecision(
  preds: Samples,
  target: Multilabels,
  options?: LabelRankingOptions & PairOptions,
): number;
/** Computes the mean from its sum. */
export function labelRankingAveragePrecision(
  sum: WeightedSum,
  options?: Pick<LabelRankingOptions, 'onUndefined'>,
): number;
export function labelRankingAveragePrecision(...args: LabelRankingArguments): number {
  return meanOfRankings('labelRankingAveragePrecision', rankingPrecisionOfSamples, args);
}
