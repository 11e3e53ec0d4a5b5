import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { eachRanking, meanOfRankings, type LabelRankingArguments, type LabelRankingScores } from './meanOfRankings.ts';
import type { LabelRankingOptions } from './multilabelOptions.ts';

/** Fraction of the pairs of a label that a sample has and one that it has not which are in the wrong order. */
export const rankingLossOfSamples: LabelRankingScores = /* @__PURE__ */ eachRanking((ranking) => {
  if (ranking.relevant === 0 || ranking.irrelevant === 0) return 0;
  let pairs = 0;
  ranking.visitRanks((tied, _, irrelevantAbove) => {
    pairs += tied * irrelevantAbove;
  });
  return pairs / ranking.relevant / ranking.irrelevant;
});

/**
 * Label ranking loss: the fraction of label pairs in the wrong order.
 *
 * For each sample, it compares each true label with each other label. A pair is in the wrong order if the true label
 * does not have the higher score, so ties count as wrong. The value is the mean over samples of the fraction of pairs
 * in the wrong order. A sample with all labels or without labels counts as 0.
 *
 * @param preds - score of each label, `[N, L]`: any finite numbers, such as probabilities or logits.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from 0 (all pairs in order) to 1. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.label_ranking_loss`; `torchmetrics.classification.MultilabelRankingLoss`.
 *
 * @example
 * ```ts
 * import { labelRankingLoss } from 'tfjs-metrics';
 *
 * labelRankingLoss(
 *   [
 *     [0.75, 0.5, 1],
 *     [1, 0.2, 0.1],
 *   ],
 *   [
 *     [1, 0, 0],
 *     [0, 0, 1],
 *   ],
 * ); // 0.75
 * ```
 */
export function labelRankingLoss(
  preds: Samples,
  target: Multilabels,
  options?: LabelRankingOptions & PairOptions,
): number;
/** Computes the mean from its sum. */
export function labelRankingLoss(sum: WeightedSum, options?: Pick<LabelRankingOptions, 'onUndefined'>): number;
export function labelRankingLoss(...args: LabelRankingArguments): number {
  return meanOfRankings('labelRankingLoss', rankingLossOfSamples, args);
}
