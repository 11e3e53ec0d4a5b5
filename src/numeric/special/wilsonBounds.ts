import { normalQuantile } from './normalQuantile.ts';

/**
 * Returns Wilson's confidence interval of a proportion: all p with (k/n − p)² ≤ z² p(1 − p) / n, for k successes of n.
 * Both may be fractional, as sums of weights are. NaN if n is 0.
 *
 * @see E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
 */
export function wilsonBounds(successes: number, n: number, confidence = 0.95): { lower: number; upper: number } {
  const squared = normalQuantile((1 + confidence) / 2) ** 2;
  const failures = n - successes;
  const width = Math.sqrt(squared * (squared / 4 + (successes * failures) / n));
  const lower = (successes + squared / 2 - width) / (n + squared);
  const upper = (successes + squared / 2 + width) / (n + squared);
  // Rounding may not move an end that is exactly 0 or 1.
  return { lower: successes === 0 && n > 0 ? 0 : lower, upper: failures === 0 && n > 0 ? 1 : upper };
}
