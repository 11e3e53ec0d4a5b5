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

/** Specificity of the counts of one class or label. */
export const specificityOfCounts: OneVsRestScore = {
  score: ({ tn, fp }) => tn / (tn + fp),
  reason: 'every sample belongs to this class',
};

/**
 * Specificity, or true negative rate: among the samples of other classes, the fraction that are not predicted as this
 * class.
 *
 * TN / (TN + FP) of each class against all others, averaged according to `average`.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * specificity of a class that every sample belongs to is 0/0, and counts as 0 (or as
 * `onUndefined` says). If there are no samples, the value is NaN, or with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see J. Yerushalmy, Public Health Reports 62 (1947) 1432–1449.
 *
 * @example
 * ```ts
 * import { specificity } from 'tfjs-metrics';
 *
 * specificity([1, 1, 0, 0, 0], [1, 0, 0, 0, 1]); // 0.666667
 * ```
 */
export function specificity<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function specificity<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function specificity(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('specificity', classAverageOptions, args, specificityOfCounts);
}

declareRange(specificity, [0, 1]);
