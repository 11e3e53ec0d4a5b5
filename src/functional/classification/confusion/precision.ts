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

/** Precision of the counts of one class or label. */
export const precisionOfCounts: OneVsRestScore = {
  score: ({ tp, fp }) => tp / (tp + fp),
  reason: 'no sample is predicted as this class',
};

/**
 * Precision, or positive predictive value: among the samples predicted as a class, the fraction that belong to it.
 *
 * TP / (TP + FP) of each class against all others, averaged according to `average`.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * precision of a class that is never predicted is 0/0, and counts as 0. If there are no samples, the value is NaN, or
 * with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `sklearn.metrics.precision_score`, which has the same modes of `average` except for `'samples'`, and also
 * returns 0 for 0/0.
 *
 * @example
 * ```ts
 * import { precision } from 'tfjs-metrics';
 *
 * precision([1, 1, 0, 1], [1, 0, 0, 1]); // 0.666667
 * precision(['cat', 'dog', 'cat'], ['cat', 'dog', 'dog'], { average: 'none' });
 * // => { cat: 0.5, dog: 1 }
 * precision([0.9, 0.6, 0.2], [1, 0, 1], { threshold: 0.7 }); // 1
 * ```
 */
export function precision<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function precision<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function precision(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('precision', classAverageOptions, args, precisionOfCounts);
}

declareRange(precision, [0, 1]);
