import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { outputOptions, type Multioutput, type OutputOptions, type OutputScore } from '../outputOptions.ts';
import { rankPairs, type RankPairs } from './rankPairs.ts';
import { scoreOfRanks, type RankScore } from './rankScore.ts';

/**
 * Variant of Kendall's τ, with C concordant and D discordant pairs of N samples:
 * - `'a'`: (C − D) / (N(N − 1)/2);
 * - `'b'`: (C − D) / √(pairs without ties in predictions · pairs without ties in targets);
 * - `'c'`: 2(C − D) / (N²(m − 1)/m), with m the smaller number of distinct values.
 */
export type KendallVariant = 'a' | 'b' | 'c';

/** Options for {@link kendallRankCorrCoef}. */
export interface KendallRankCorrCoefOptions<Mode extends Multioutput = Multioutput> extends OutputOptions<Mode> {
  /**
   * Variant: τ_a does not correct for ties, τ_b does, and τ_c is for variables with different numbers of distinct
   * values. Default: `'b'`.
   */
  readonly variant?: KendallVariant | undefined;
}

/** Reads {@link KendallRankCorrCoefOptions}. */
export const kendallRankCorrCoefOptions: OptionsReader<KendallRankCorrCoefOptions> =
  /* @__PURE__ */ defineOptions<KendallRankCorrCoefOptions>('kendallRankCorrCoef', () => ({
    ...outputOptions.checks(),
    variant: oneOfCheck(['a', 'b', 'c']),
  }));

/** Returns Kendall's τ; NaN if one variable is constant. */
export function tauOf(counts: RankPairs, variant: KendallVariant = 'b'): number {
  const { n, pairs, concordant, discordant, preds, target } = counts;
  const difference = concordant - discordant;
  const distinct = Math.min(preds.distinct, target.distinct);
  if (distinct < 2) return NaN;
  if (variant === 'a') return difference / pairs;
  if (variant === 'c') return (2 * difference) / (n ** 2 * ((distinct - 1) / distinct));
  // Rounding may not exceed 1.
  return Math.max(-1, Math.min(1, difference / Math.sqrt((pairs - preds.pairs) * (pairs - target.pairs))));
}

/** Kendall's τ of one output. */
export const kendallRankCorrCoefOfRanks: RankScore<KendallRankCorrCoefOptions> = {
  name: 'kendallRankCorrCoef',
  options: kendallRankCorrCoefOptions,
  score: (preds, target, { variant }) => tauOf(rankPairs(preds, target), variant),
};

/**
 * Kendall rank correlation τ of predictions and targets: the balance of pairs of samples that both put in the same order
 * and pairs that they put in opposite orders.
 *
 * See {@link KendallVariant} for the formulas. With several outputs, the score is the mean of the scores of all outputs,
 * or an array of them, according to `multioutput`. It takes O(N log N) time. See {@link kendallTest} for the p-value.
 *
 * @param preds - predictions, `[N]` or `[N, D]` for D outputs.
 * @param target - true values, of the same shape.
 * @returns a number from −1 (opposite order) to 1 (same order). NaN if predictions or targets are constant, or for fewer
 * than two samples. With `multioutput: 'rawValues'`, an array of such numbers.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `scipy.stats.kendalltau`, which has the variants `'b'` and `'c'`.
 *
 * @example
 * ```ts
 * import { kendallRankCorrCoef } from 'tfjs-metrics';
 *
 * kendallRankCorrCoef([2.5, 1, 4, 7], [3, -0.5, 2, 1]); // 0
 * kendallRankCorrCoef([1, 2, 2, 3], [1, 2, 3, 3], { variant: 'a' }); // 0.666667
 * ```
 */
export function kendallRankCorrCoef<const Mode extends Multioutput = 'uniformAverage'>(
  preds: Samples,
  target: Samples,
  options?: KendallRankCorrCoefOptions<Mode>,
): OutputScore<Mode> {
  return scoreOfRanks(kendallRankCorrCoefOfRanks, preds, target, options);
}
