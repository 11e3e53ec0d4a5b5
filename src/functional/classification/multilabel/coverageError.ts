import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { coveragesOf } from '../../../numeric/kernels/coveragesOf.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { meanOfRankings, type LabelRankingArguments, type LabelRankingScores } from './meanOfRankings.ts';
import type { LabelRankingOptions } from './multilabelOptions.ts';

/** Number of labels with at least the lowest score of the labels that each sample has. */
export const coverageOfSamples: LabelRankingScores = ({ preds, target, size }) => coveragesOf(preds, target, size);

/**
 * Coverage error: the mean number of labels, in descending order of score, that are needed to include all true labels
 * of a sample.
 *
 * For each sample, it counts the labels with at least the lowest score of a true label, including ties. The value is
 * the mean over samples. A sample without true labels counts as 0.
 *
 * @param preds - score of each label, `[N, L]`: any finite numbers, such as probabilities or logits.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans.
 * @returns a number from the mean number of true labels per sample (the best value) to L. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.coverage_error`; G. Tsoumakas, I. Katakis and I. Vlahavas, Data Mining and Knowledge Discovery
 * Handbook (2010) 667–685.
 *
 * @example
 * ```ts
 * import { coverageError } from 'tfjs-metrics';
 *
 * coverageError(
 *   [
 *     [0.75, 0.5, 1],
 *     [1, 0.2, 0.1],
 *   ],
 *   [
 *     [1, 0, 0],
 *     [0, 0, 1],
 *   ],
 * ); // 2.5
 * ```
 */
export function coverageError(preds: Samples, target: Multilabels, options?: LabelRankingOptions & PairOptions): number;
/** Computes the mean from its sum. */
export function coverageError(sum: WeightedSum, options?: Pick<LabelRankingOptions, 'onUndefined'>): number;
export function coverageError(...args: LabelRankingArguments): number {
  return meanOfRankings('coverageError', coverageOfSamples, args);
}
