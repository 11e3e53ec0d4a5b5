import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { aboveCheck } from '../../../inputs/options/optionCheck.ts';
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

/** Options for {@link fBetaScore}. */
export interface FBetaScoreOptions<Average extends ClassAverage = ClassAverage> extends ClassAverageOptions<Average> {
  /** Weight β of recall relative to precision, above 0. Default: 1. */
  readonly beta?: number | undefined;
}

/** Reads {@link FBetaScoreOptions}. */
export const fBetaScoreOptions: OptionsReader<FBetaScoreOptions> = /* @__PURE__ */ defineOptions('fBetaScore', () => ({
  ...classAverageOptions.checks(),
  beta: aboveCheck(0),
}));

/** F-beta score of the counts of one class or label. */
export const fBetaScoreOfCounts: OneVsRestScore<Pick<FBetaScoreOptions, 'beta'>> = {
  // With the weights β²/(1 + β²) and 1/(1 + β²), which do not overflow for any β.
  score: ({ tp, fp, fn }, { beta = 1 }) => tp / (tp + fn / (1 + (1 / beta) ** 2) + fp / (1 + beta ** 2)),
  reason: 'no sample belongs to this class or is predicted as such',
};

/**
 * F-beta score: the weighted harmonic mean of {@link precision} and {@link recall}.
 *
 * Fᵦ = (1 + β²) TP / ((1 + β²) TP + β² FN + FP) of each class against all others, averaged according to `average`.
 * β > 1 gives recall more weight, β < 1 gives precision more weight.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1, or with `average: 'none'` an object of such numbers with the classes as keys. The
 * score of a class that neither occurs nor is predicted is 0/0, and counts as 0. If there are no samples, the value is
 * NaN, or with `average: 'none'` an object with NaN for each class in `labels` (`{}` by default).
 * @throws {@link MetricInputError} if an input or option is invalid. With the default `average: 'binary'`, also if
 * there are more than two classes, or if it is not known which class is positive (see `positiveLabel`).
 * @see `sklearn.metrics.fbeta_score`, which has the same modes of `average` except for `'samples'`, and also returns 0
 * for 0/0.
 *
 * @example
 * ```ts
 * import { fBetaScore } from 'tfjs-metrics';
 *
 * fBetaScore([1, 1, 0, 1], [1, 0, 0, 1], { beta: 2 }); // 0.909091
 * ```
 */
export function fBetaScore<const Average extends ClassAverage = 'binary'>(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: FBetaScoreOptions<Average> & PairOptions,
): ClassScore<Average>;
/** Computes the score from a contingency table. */
export function fBetaScore<const Average extends ClassAverage = 'binary'>(
  table: ContingencyTable,
  options?: ClassTableOptions<FBetaScoreOptions<Average>>,
): ClassScore<Average>;
export function fBetaScore(...args: ClassArguments<FBetaScoreOptions>): ClassScore<ClassAverage> {
  return averageClasses('fBetaScore', fBetaScoreOptions, args, fBetaScoreOfCounts);
}

declareRange(fBetaScore, [0, 1]);
