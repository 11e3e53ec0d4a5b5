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

/** Jaccard index of the counts of one class or label. */
export const jaccardIndexOfCounts: OneVsRestScore = {
  score: ({ tp, fp, fn }) => tp / (tp + fp + fn),
  reason: 'no sample belongs to this class or is predicted as such',
};

/**
 * Jaccard index of each class, also called intersection over union: the number of samples that belong to the class and
 * are predicted as it, divided by the number of samples that belong to the class, are predicted as it, or both.
 *
 * J = TP / (TP + FP + FN) of each class against all others, averaged according to `average`. For the Jaccard
 * index of pairs of clustered samples, see {@link jaccardScore}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * score of a class that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the value is
 * NaN, or with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `sklearn.metrics.jaccard_score`, which has the same modes of `average` except for `'samples'`, and also returns
 * 0 for 0/0.
 *
 * @example
 * ```ts
 * import { jaccardIndex } from 'tfjs-metrics';
 *
 * jaccardIndex([1, 1, 0, 1], [1, 0, 0, 1]); // 0.666667
 *
 * jaccardIndex([0, 1, 2, 2], [0, 1, 1, 2], { average: 'macro' }); // 0.666667
 * ```
 */
export function jaccardIndex<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function jaccardIndex<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function jaccardIndex(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('jaccardIndex', classAverageOptions, args, jaccardIndexOfCounts);
}

declareRange(jaccardIndex, [0, 1]);
