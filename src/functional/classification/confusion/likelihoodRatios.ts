import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { scoreOfSamples, undefinedScore } from '../../undefinedScore.ts';
import { countsOfPositive } from './averageClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Likelihood ratios of a binary classifier. */
export interface LikelihoodRatiosValue {
  /** LR+: true positive rate divided by false positive rate. */
  readonly positive: number;
  /** LR−: false negative rate divided by true negative rate. */
  readonly negative: number;
}

/**
 * Positive and negative likelihood ratios of a binary classifier.
 *
 * LR+ = sensitivity / (1 − specificity), LR− = (1 − sensitivity) / specificity. A positive prediction multiplies the
 * odds that a sample is positive by LR+, a negative prediction by LR−. Unlike precision, the ratios do not depend on
 * the prevalence of the positive class.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns both ratios, each 0 or more. NaN where the formula divides by 0: LR+ if there are no false positives, LR− if
 * there are no true negatives, and both if one class has no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, there are more than two classes, or it is not
 * known which class is positive.
 * @see `sklearn.metrics.class_likelihood_ratios`.
 *
 * @example
 * ```ts
 * import { likelihoodRatios } from 'tfjs-metrics';
 *
 * likelihoodRatios([1, 1, 0, 0, 0], [1, 0, 0, 0, 1]);
 * // => { positive: 1.5, negative: 0.75 }
 * ```
 */
export function likelihoodRatios(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassOptions & PairOptions,
): LikelihoodRatiosValue;
/** Computes the ratios from a contingency table. */
export function likelihoodRatios(table: ContingencyTable, options?: ClassTableOptions): LikelihoodRatiosValue;
export function likelihoodRatios(...args: ClassArguments<ClassOptions>): LikelihoodRatiosValue {
  const { cells, options } = readClassTable('likelihoodRatios', classOptions, args);
  const { tp, fp, fn, tn } = countsOfPositive('likelihoodRatios', cells, options.positiveLabel);
  const ratio = (hits: number, falseHits: number): number =>
    scoreOfSamples('likelihoodRatios', cells.n, options.onUndefined, () => {
      const value = hits / (tp + fn) / (falseHits / (fp + tn));
      if (Number.isFinite(value)) return value;
      return undefinedScore('likelihoodRatios', options.onUndefined, NaN, 'the formula divides by 0');
    });
  return { positive: ratio(tp, fp), negative: ratio(fn, tn) };
}
