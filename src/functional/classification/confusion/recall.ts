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
 * Recall, also called sensitivity or true positive rate: among the samples of a class, the fraction that are predicted
 * as this class.
 *
 * TP / (TP + FN) of each class against all others, averaged according to `average`. If every class has samples, the
 * macro average is the balanced accuracy; see {@link accuracy}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * recall of a class without samples is 0/0, and counts as 0. If there are no samples, the value is NaN, or with
 * `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `sklearn.metrics.recall_score`, which has the same modes of `average` except for `'samples'`, and also returns 0
 * for 0/0.
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
