import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck, unfittingOption } from '../../../inputs/options/optionCheck.ts';
import { checkOutputPairs } from '../../../inputs/regression/outputPairs.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { erfc } from '../../../numeric/special/erfc.ts';
import { sum } from '../../../numeric/sum.ts';
import { kendallRankCorrCoefOptions, tauOf, type KendallVariant } from './kendallRankCorrCoef.ts';
import { rankPairs, type RankPairs } from './rankPairs.ts';

/** Options for {@link kendallTest}. */
export interface KendallTestOptions {
  /** Variant of the statistic τ, which does not change the p-value. Default: `'b'`. */
  readonly variant?: KendallVariant | undefined;
  /**
   * Distribution of the statistic under the null hypothesis: `'exact'` for values without ties, or its normal
   * approximation `'asymptotic'`. Default: exact without ties for up to 33 samples, or if at most one pair is discordant
   * or concordant; otherwise asymptotic.
   */
  readonly method?: 'exact' | 'asymptotic' | undefined;
  /**
   * Alternative to independence: `'two-sided'` for any dependence, `'greater'` for a τ above 0, or `'less'` for one below
   * 0. Default: `'two-sided'`.
   */
  readonly alternative?: 'two-sided' | 'greater' | 'less' | undefined;
}

/** Result of {@link kendallTest}. */
export interface KendallTestValue {
  /** Kendall's τ. */
  readonly statistic: number;
  /** P-value of the null hypothesis that predictions and targets are independent. */
  readonly pValue: number;
}

const kendallTestOptions = /* @__PURE__ */ defineOptions<KendallTestOptions>('kendallTest', () => ({
  variant: kendallRankCorrCoefOptions.checks().variant,
  method: oneOfCheck(['exact', 'asymptotic']),
  alternative: oneOfCheck(['two-sided', 'greater', 'less']),
}));

/** Maximum number of samples for which the exact distribution is the default. */
const FEW_SAMPLES = 33;

/**
 * Test of the independence of predictions and targets, with Kendall's τ as statistic.
 *
 * The exact p-value is the probability that a random order has at least as many, or as few, discordant pairs; with a
 * one-sided `alternative`, one of the two. The
 * asymptotic p-value is that of a normal distribution with the variance of C − D, corrected for ties, and without a
 * correction for continuity.
 *
 * @param preds - predictions, `[N]`.
 * @param target - true values, `[N]`.
 * @returns τ and the p-value. Both are NaN if predictions or targets are constant, or for fewer than two samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or values are tied with `method: 'exact'`.
 * @see M. G. Kendall, Rank Correlation Methods, 4th ed., 1970; `scipy.stats.kendalltau`.
 *
 * @example
 * ```ts
 * import { kendallTest } from 'tfjs-metrics';
 *
 * kendallTest([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]);
 * // => { statistic: -0.471405, pValue: 0.282745 }
 * ```
 */
export function kendallTest(preds: Samples, target: Samples, options?: KendallTestOptions): KendallTestValue {
  const { variant, method, alternative = 'two-sided' } = kendallTestOptions(options);
  const pairs = checkOutputPairs(preds, target, undefined);
  const { n, d } = pairs.preds;
  if (d > 1) throw new MetricInputError(`preds, target: expected shape [N] or [N, 1], got [${n}, ${d}]`);
  const counts = rankPairs(pairs.preds.data, pairs.target.data);
  const isTied = counts.preds.pairs > 0 || counts.target.pairs > 0;
  if (method === 'exact' && isTied) {
    throw unfittingOption('kendallTest', 'method', { needed: 'values without ties', value: method });
  }
  const statistic = tauOf(counts, variant);
  if (Number.isNaN(statistic)) return { statistic, pValue: NaN };
  const fewest = Math.min(counts.concordant, counts.discordant);
  const isExact = method === 'exact' || (method === undefined && !isTied && (n <= FEW_SAMPLES || fewest <= 1));
  return { statistic, pValue: (isExact ? exactPValue : normalPValue)(counts, alternative) };
}

type Alternative = NonNullable<KendallTestOptions['alternative']>;

function exactPValue({ n, concordant, discordant }: RankPairs, alternative: Alternative): number {
  const fewest = Math.min(concordant, discordant);
  if (alternative === 'two-sided') return Math.min(1, 2 * inversionProbability(n, fewest));
  const isPositive = concordant > discordant;
  // Orders with c concordant pairs are as probable as those with c discordant pairs.
  return isPositive === (alternative === 'greater') || concordant === discordant
    ? inversionProbability(n, fewest)
    : 1 - inversionProbability(n, fewest - 1);
}

/** Returns the probability that a random order of n elements has at most `fewest` inversions. */
function inversionProbability(n: number, fewest: number): number {
  if (fewest < 0) return 0;
  // Probabilities of 0 … fewest inversions. The j-th element adds 0 … j − 1 of them with equal probability.
  let probabilities = new Float64Array(fewest + 1);
  probabilities[0] = 1;
  for (let j = 2; j <= n; j++) {
    const next = new Float64Array(fewest + 1);
    let window = 0;
    for (let k = 0; k <= fewest; k++) {
      window += probabilities[k]!;
      if (k >= j) window -= probabilities[k - j]!;
      next[k] = window / j;
    }
    probabilities = next;
  }
  return sum(probabilities);
}

function normalPValue({ n, concordant, discordant, preds, target }: RankPairs, alternative: Alternative): number {
  const ordered = n * (n - 1);
  const triples = n > 2 ? (preds.triples / (n - 2)) * (target.triples / (9 * ordered)) : 0;
  const variance =
    (ordered * (2 * n + 5) - preds.variance - target.variance) / 18 +
    (2 * preds.pairs * target.pairs) / ordered +
    triples;
  const difference = (concordant - discordant) / Math.sqrt(2 * variance);
  if (alternative === 'two-sided') return erfc(Math.abs(difference));
  return erfc(alternative === 'greater' ? difference : -difference) / 2;
}
