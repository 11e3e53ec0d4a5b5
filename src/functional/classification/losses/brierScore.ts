import { sigmoid } from '../../../numeric/special/sigmoid.ts';
import { softmaxTerms } from '../../../inputs/classification/softmaxTerms.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { lossOptions, type LossOptions } from './lossOptions.ts';
import { meanLoss, type LossArguments, type SampleLoss } from './meanLoss.ts';

/** Squared difference between probabilities and the true class. */
export const brierScoreOfSample: SampleLoss = {
  ofProbabilities: true,
  binary: (score, isPositive, { isLogit }) => {
    if (!isLogit) return (isPositive ? 1 - score : score) ** 2;
    return sigmoid(isPositive ? -score : score) ** 2;
  },
  classes: (data, start, column, { size, isLogit }) => {
    const { largest, sum } = isLogit ? softmaxTerms(data, start, size) : { largest: 0, sum: 1 };
    let squares = 0;
    for (let j = 0; j < size; j++) {
      const score = data[start + j]!;
      const probability = isLogit ? Math.exp(score - largest) / sum : score;
      squares += (probability - (j === column ? 1 : 0)) ** 2;
    }
    return squares;
  },
};

/**
 * Brier score: the mean squared difference between the probabilities of a classifier and the true classes.
 *
 * For probabilities pᵢ of the positive class, (1/N) Σᵢ (pᵢ − yᵢ)², with yᵢ = 1 for positive samples and 0 otherwise.
 * For probabilities pᵢₖ of K classes, (1/N) Σᵢ Σₖ (pᵢₖ − [yᵢ = k])², with yᵢ the true class. The score of two classes
 * with probabilities `[N, 2]` is therefore twice the score of the same classes with probabilities `[N]`.
 *
 * @param preds - probability of the positive class, `[N]` or `[N, 1]`, or of each class, `[N, K]`, with a sum of 1 for
 * each sample. Logits with `fromLogits: true`.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (probability 1 for all true classes) to 1, or up to 2 for probabilities `[N, K]`. NaN without
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see G. W. Brier, Monthly Weather Review 78 (1950) 1–3.
 *
 * @example
 * ```ts
 * import { brierScore } from 'tfjs-metrics';
 *
 * brierScore([0.9, 0.2, 0.6], [1, 0, 1]); // 0.07
 * brierScore(
 *   [
 *     [0.7, 0.2, 0.1],
 *     [0.1, 0.1, 0.8],
 *   ],
 *   [0, 2],
 * ); // 0.1
 * ```
 */
export function brierScore(preds: Samples, target: Labels, options?: LossOptions & PairOptions): number;
/** Computes the mean from the sum of the losses. */
export function brierScore(sum: WeightedSum, options?: Pick<LossOptions, 'onUndefined'>): number;
export function brierScore(...args: LossArguments<LossOptions>): number {
  return meanLoss('brierScore', lossOptions, () => brierScoreOfSample, args);
}
