import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ClassScoreCounts } from '../../../state/scores/classScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { areaUnderCurve, areaUpTo } from './areaUnderCurve.ts';
import { aurocOptions, type AurocOptions } from './aurocOptions.ts';
import { meanOverClasses, readClassScores, requireBinaryOptions, type AurocArguments } from './readClassScores.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';

/**
 * Area under the ROC curve: the probability that a random positive sample has a higher score than a random negative
 * one, where ties count half.
 *
 * AUROC = Σᵢⱼ ([sᵢ > sⱼ] + ½ [sᵢ = sⱼ]) / (n₊ n₋), over all n₊ positive samples i and n₋ negative samples j.
 *
 * With `maxFpr` m < 1, the value is ½ (1 + (A − m²/2) / (m − m²/2)), where A is the area under the curve for false
 * positive rates from 0 to m.
 *
 * With `multiclass: 'ovr'`, the value is the mean over classes k of the area for the samples of class k against all
 * other samples, ranked by their scores of class k. With `'ovo'`, it is the mean over pairs of classes (j, k) of two
 * areas for the samples of both classes: j against k, ranked by the scores of class j, and k against j, ranked by the
 * scores of class k. By default, the mean is unweighted. With `average: 'weighted'`, each class of `'ovr'` is weighted by
 * its number of samples, and each pair of `'ovo'` by the number of samples of both classes.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class. With
 * `multiclass`, score of each class, `[N, K]`.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 to 1 (perfect); 0.5 on average for random scores. NaN (or the value of `onUndefined`) without
 * positive or without negative samples, and with `multiclass` if all samples are of one class. A class without samples
 * is left out of the mean of `multiclass`, also with `onUndefined: 'throw'`; in scikit-learn 1.2, it is an error, except
 * for `multi_class='ovo'` with the argument `labels`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29–36; for `maxFpr`, D. K. McClish, Medical Decision Making
 * 9 (1989) 190–195; for `'ovo'`, D. J. Hand and R. J. Till, Machine Learning 45 (2001) 171–186.
 *
 * @example
 * ```ts
 * import { auroc } from 'tfjs-metrics';
 *
 * auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.75
 * auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], { maxFpr: 0.5 }); // 0.666667
 * auroc([-2, 3, 1], ['ham', 'spam', 'spam'], { positiveLabel: 'spam' }); // 1
 *
 * const classScores = [
 *   [0.7, 0.2, 0.1],
 *   [0.3, 0.4, 0.3],
 *   [0.2, 0.5, 0.3],
 * ];
 * auroc(classScores, [0, 1, 2], { multiclass: 'ovr' }); // 0.75
 * ```
 */
export function auroc(preds: Samples, target: Labels, options?: AurocOptions & PairOptions): number;
/** Computes the area from counted scores. */
export function auroc(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: Pick<AurocOptions, 'maxFpr' | 'onUndefined'>,
): number;
/** Computes the mean area from counted scores of several classes. */
export function auroc(counts: ClassScoreCounts, options?: Pick<AurocOptions, 'average' | 'onUndefined'>): number;
export function auroc(...args: AurocArguments): number {
  const classes = readClassScores(args);
  if (classes) return meanOverClasses(classes.counts, classes.options);
  const { counts, options, undefinedValue } = readScores('auroc', aurocOptions, args as ScoreArguments<AurocOptions>);
  requireBinaryOptions(options);
  const problem = missingClass(counts);
  if (problem !== undefined) return undefinedValue(problem);
  const { maxFpr = 1 } = options;
  if (maxFpr === 1) return areaUnderCurve(counts);
  const area = areaUpTo(counts.curve, maxFpr);
  const least = maxFpr ** 2 / 2;
  return (1 + (area - least) / (maxFpr - least)) / 2;
}
