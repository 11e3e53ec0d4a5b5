import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { averageClasses } from './averageClasses.ts';
import {
  classAverageOptions,
  type ClassAverage,
  type ClassAverageOptions,
  type ClassScore,
  type ClassTableOptions,
} from './classOptions.ts';
import type { ClassArguments } from './readClassTable.ts';

/**
 * Youden's J statistic, or informedness: sensitivity plus specificity minus 1. It is 0 on average for random
 * predictions.
 *
 * J = sensitivity + specificity − 1 of each class against all others, averaged according to `average`. See
 * {@link recall} and {@link specificity}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from −1 to 1 (all correct), or with `average: 'none'` an object of such numbers with the classes as
 * keys. The value of a class to which all samples or no samples belong is 0/0, and counts as 0. If there are no
 * samples, the value is NaN, or with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see W. J. Youden, Cancer 3 (1950) 32–35.
 *
 * @example
 * ```ts
 * import { youdensJ } from 'tfjs-metrics';
 *
 * youdensJ([1, 1, 0, 0, 0], [1, 0, 0, 0, 1]); // 0.166667
 * ```
 */
export function youdensJ<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassAverageOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function youdensJ<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<ClassAverageOptions<Average>>,
): ClassScore<Average>;
export function youdensJ(...args: ClassArguments<ClassAverageOptions>): ClassScore<ClassAverage> {
  return averageClasses('youdensJ', classAverageOptions, args, {
    score: ({ tp, fp, fn, tn }) => tp / (tp + fn) - fp / (fp + tn),
    reason: 'all samples or none belong to this class',
  });
}

declareRange(youdensJ, [-1, 1]);
