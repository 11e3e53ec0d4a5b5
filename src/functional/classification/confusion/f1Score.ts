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

/** F1 score of the counts of one class or label. */
export const f1ScoreOfCounts: OneVsRestScore = {
  score: ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn),
  reason: 'no sample belongs to this class or is predicted as such',
};

/**
 * F1 score: the harmonic mean of {@link precision} and {@link recall}.
 *
 * F₁ = 2 TP / (2 TP + FP + FN) of each class against all others, averaged according to `average`.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * score of a class that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the value is
 * NaN, or with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `sklearn.metrics.f1_score`, which has the same modes of `average` except for `'samples'`, and also returns 0 for
 * 0/0.
 *
 * @example
 * ```ts
 * import { f1Score } from 'tfjs-metrics';
 *
 * f1Score([1, 1, 0, 1], [1, 0, 0, 1]); // 0.8
 * f1Score(
 *   [
 *     [0.1, 0.7, 0.2],
 *     [0.5, 0.2, 0.3],
 *     [0.2, 0.2, 0.6],
 *   ],
 *   [1, 0, 1],
 *   { average: 'macro' },
 * ); // 0.555556
 * ```
 */
export function f1Score<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function f1Score<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function f1Score(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('f1Score', classAverageOptions, args, f1ScoreOfCounts);
}

declareRange(f1Score, [0, 1]);
