import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import type { CurvePoints } from '../../../state/scores/scoreCurve.ts';
import { readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/**
 * Average precision: the area under the precision–recall curve, taken as a step function.
 *
 * AP = Σₖ (Rₖ − Rₖ₋₁) Pₖ, with Pₖ and Rₖ the precision and recall at the k-th highest distinct score, and R₀ = 0.
 * Samples with equal scores form one step. The curve is not interpolated linearly, because that would overestimate the
 * area.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns a value from 0 to 1 (perfect); the fraction of positive samples if all scores are equal. NaN (or the value
 * of `onUndefined`) without positive samples, where scikit-learn 1.2 returns 0.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. Davis and M. Goadrich, ICML 2006, 233–240.
 *
 * @example
 * ```ts
 * import { averagePrecision } from 'tfjs-metrics';
 *
 * averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // 0.833333
 * ```
 */
export function averagePrecision(preds: Samples, target: Labels, options?: ScoreOptions & PairOptions): number;
/** Computes the score from counted scores. */
export function averagePrecision(counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions): number;
export function averagePrecision(...args: ScoreArguments<ScoreOptions>): number {
  const { counts, undefinedValue } = readScores('averagePrecision', scoreOptions, args);
  return counts.positives === 0 ? undefinedValue('there are no positive samples') : averagePrecisionOfCurve(counts);
}

/** Returns the average precision of counted scores with positive samples. */
export function averagePrecisionOfCurve(points: CurvePoints): number {
  const sum = new CompensatedSum();
  let last = 0;
  points.visitPoints((_, tp, fp) => {
    if (tp > last) sum.add((tp - last) * (tp / (tp + fp)));
    last = tp;
  });
  return sum.value / points.positives;
}
