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

/** Recall of the counts of one class or label. */
export const recallOfCounts: OneVsRestScore = {
  score: ({ tp, fn }) => tp / (tp + fn),
  reason: 'no sample belongs to this class',
};

/**
 * Recall, also called sensitivity or true positive rate: the fraction of the samples of a class that are predicted as
 * such.
 *
 * r = TP / (TP + FN) of each class against all others, averaged according to `average`. The macro average over
 * classes that occur is balanced accuracy; see {@link accuracy}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` a number for each class. A class without samples, where the
 * formula is 0/0, counts as 0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if without `average`
 * there are more than two classes, or none of them is the positive one.
 * @see `sklearn.metrics.recall_score`, which has the same modes of `average`, and 0 for 0/0.
 *
 * @example
 * ```ts
 * import { recall } from 'tfjs-metrics';
 *
 * recall([1, 1, 0, 0], [1, 0, 0, 1]); // 0.5
 * recall(['cat', 'dog', 'cat'], ['cat', 'dog', 'dog'], { average: 'macro' });
 * // => 0.75
 * ```
 */
export function recall<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function recall<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function recall(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('recall', classAverageOptions, args, recallOfCounts);
}

declareRange(recall, [0, 1]);
