import { inputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, readArgument } from '../../../inputs/options/defineOptions.ts';
import { countCheck, shareCheck } from '../../../inputs/options/optionCheck.ts';
import { wilsonBounds } from '../../../numeric/special/wilsonBounds.ts';

/** Options for {@link wilsonInterval}. */
export interface WilsonIntervalOptions {
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
}

/** Result of {@link wilsonInterval}. */
export interface WilsonIntervalValue {
  /** The proportion. */
  readonly value: number;
  /** Lower end of the confidence interval. */
  readonly lower: number;
  /** Upper end of the confidence interval. */
  readonly upper: number;
}

const wilsonIntervalOptions = /* @__PURE__ */ defineOptions<WilsonIntervalOptions>('wilsonInterval', () => ({
  confidence: shareCheck(),
}));

/**
 * Wilson's confidence interval of a proportion, such as accuracy, precision, recall or specificity.
 *
 * The interval contains all proportions π with |p − π| ≤ z √(π (1 − π)/n), for p = k/n and z the (1 + `confidence`)/2
 * quantile of the normal distribution. It stays between 0 and 1, and its width is above 0 also for 0 and for n
 * successes. For accuracy, k is the number of correct samples of n; for precision, `tp` of `tp + fp`; for recall, `tp`
 * of `tp + fn`, as in {@link statScores}.
 *
 * @param successes - number k of successes.
 * @param n - number of independent trials.
 * @returns the proportion and its interval, from 0 to 1. NaN if n is 0.
 * @throws {@link MetricInputError} if an argument is invalid, or if there are more successes than trials.
 * @see E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; R. G. Newcombe, Statistics in
 * Medicine 17 (1998) 857–872, for its coverage.
 *
 * @example
 * ```ts
 * import { statScores, wilsonInterval } from 'tfjs-metrics';
 *
 * wilsonInterval(81, 263); // { value: 0.308, lower: 0.2553, upper: 0.3662 }
 *
 * const { tp, fn } = statScores([1, 1, 0, 1], [1, 0, 1, 1]);
 * const recall = wilsonInterval(tp, tp + fn);
 * [recall.lower, recall.upper]; // [0.2077, 0.9385]
 * ```
 */
export function wilsonInterval(successes: number, n: number, options?: WilsonIntervalOptions): WilsonIntervalValue {
  const { confidence = 0.95 } = wilsonIntervalOptions(options);
  const count = countCheck(0);
  readArgument('wilsonInterval: n', count, n);
  if (!count.isValid(successes) || successes > n) {
    throw inputError('wilsonInterval: successes', `a whole number from 0 to n = ${n}`, successes);
  }
  return { value: successes / n, ...wilsonBounds(successes, n, confidence) };
}
