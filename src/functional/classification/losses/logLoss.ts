import { softmaxTerms } from '../../../inputs/classification/softmaxTerms.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { WeightedSum } from '../../../state/moments/weightedSum.ts';
import { lossOptions, type LossOptions } from './lossOptions.ts';
import { meanLoss, type LossArguments, type SampleLoss } from './meanLoss.ts';

/** Loss −ln p of the probability of the true class. */
export const logLossOfSample: SampleLoss = {
  ofProbabilities: true,
  binary: (score, isPositive, { isLogit, epsilon }) => {
    if (!isLogit) return -Math.log(clipped(isPositive ? score : 1 - score, epsilon));
    // −ln σ(m) = ln(1 + e⁻ᵐ), without overflow.
    const margin = isPositive ? score : -score;
    return Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin);
  },
  classes: (data, start, column, { size, isLogit, epsilon }) => {
    if (isLogit) {
      const { largest, sum } = softmaxTerms(data, start, size);
      return Math.log(sum) + largest - data[start + column]!;
    }
    let sum = 0;
    for (let j = 0; j < size; j++) sum += data[start + j]!;
    return -Math.log(clipped(data[start + column]! / sum, epsilon));
  },
};

function clipped(probability: number, epsilon: number): number {
  return Math.min(Math.max(probability, epsilon), 1 - epsilon);
}

/**
 * Log loss (cross-entropy): the mean negative logarithm of the predicted probability of the true class.
 *
 * The loss is −(1/N) Σᵢ ln pᵢ(yᵢ), in nats, with pᵢ(yᵢ) the predicted probability of the true class yᵢ of sample i. As
 * in scikit-learn, probabilities are clipped to [ε, 1 − ε], with ε the machine epsilon of their type (1.2e-7 for
 * float32, 2.2e-16 for float64). With `fromLogits`, the loss is computed from the logits without clipping.
 *
 * @param preds - probability of the positive class, `[N]` or `[N, 1]`, or of each class, `[N, K]`, with a sum of 1 for
 * each sample. Logits with `fromLogits: true`.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 (probability 1 for all true classes) up; ln K for equal probabilities of K classes. NaN
 * without samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359–378.
 *
 * @example
 * ```ts
 * import { logLoss } from 'tfjs-metrics';
 *
 * logLoss([0.9, 0.2, 0.6], [1, 0, 1]); // 0.279777
 * logLoss([2.2, -1.4, 0.4], [1, 0, 1], { fromLogits: true }); // 0.279505
 * logLoss(
 *   [
 *     [0.7, 0.2, 0.1],
 *     [0.1, 0.1, 0.8],
 *   ],
 *   ['a', 'c'],
 *   { labels: ['a', 'b', 'c'] },
 * ); // 0.289909
 * ```
 */
export function logLoss(preds: Samples, target: Labels, options?: LossOptions & PairOptions): number;
/** Computes the mean from the sum of the losses. */
export function logLoss(sum: WeightedSum, options?: Pick<LossOptions, 'onUndefined'>): number;
export function logLoss(...args: LossArguments<LossOptions>): number {
  return meanLoss('logLoss', lossOptions, () => logLossOfSample, args);
}
