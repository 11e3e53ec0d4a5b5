import { meanAndVariance } from '../../numeric/meanAndVariance.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { studentQuantile } from '../../numeric/special/studentQuantile.ts';
import { wilsonBounds } from '../../numeric/special/wilsonBounds.ts';

/**
 * Returns the 95 % confidence interval of the mean of independent numbers from 0 to 1, such as scores of queries.
 * Undefined if there are fewer than two, or if one is not defined.
 *
 * This is Wilson's interval of a proportion m of n m (1 − m) / s² yes-or-no trials, which has the variance s² / n of
 * the mean m, with the quantile of Student's distribution instead of the normal one. Unlike Student's interval, it
 * stays between 0 and 1, and its width is above 0 also if all numbers are 0 or 1. If they are equal, the largest
 * possible variance is used.
 *
 * @see E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201, for the number of trials.
 */
export function queryInterval(
  values: ArrayLike<number>,
): { readonly lower: number; readonly upper: number } | undefined {
  const n = values.length;
  const { mean, variance } = meanAndVariance(values);
  if (n < 2 || Number.isNaN(mean)) return undefined;
  const largest = mean * (1 - mean);
  const trials = variance > 0 && largest > 0 ? (n * largest) / variance : n;
  const quantiles = normalQuantile(0.975) / studentQuantile(0.975, n - 1);
  const size = trials * quantiles ** 2;
  return wilsonBounds(mean * size, size);
}
