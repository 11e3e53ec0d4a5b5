import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { averageClasses } from './averageClasses.ts';
import type { OneVsRestScore } from './averageCounts.ts';
import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
  type ClassTableOptions,
} from './classOptions.ts';
import type { ClassArguments } from './readClassTable.ts';

/** Negative predictive value of the counts of one class or label. */
export const negativePredictiveValueOfCounts: OneVsRestScore = {
  score: ({ tn, fn }) => tn / (tn + fn),
  reason: 'every sample is predicted as this class',
};

/**
 * Negative predictive value: among the samples that are not predicted as a class, the fraction that do not belong to
 * it.
 *
 * TN / (TN + FN) of each class against all others, averaged according to `average`.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. If every
 * sample is predicted as a class, its value is 0/0, and counts as 0. If there are no samples, the value is NaN, or with
 * `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see D. G. Altman and J. M. Bland, BMJ 309 (1994) 102.
 *
 * @example
 * ```ts
 * import { negativePredictiveValue } from 'tfjs-metrics';
 *
 * negativePredictiveValue([1, 1, 0, 0], [1, 0, 0, 1]); // 0.5
 * ```
 */
export function negativePredictiveValue<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function negativePredictiveValue<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function negativePredictiveValue(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('negativePredictiveValue', classAverageOptions, args, negativePredictiveValueOfCounts);
}

declareRange(negativePredictiveValue, [0, 1]);
