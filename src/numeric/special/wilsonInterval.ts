import { normalQuantile } from './normalQuantile.ts';

/** Ends of a confidence interval. */
interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Returns the 95 % confidence interval of a share of `n` samples: all shares p with (share − p)² ≤ z² p(1 − p) / n.
 *
 * @see E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
 */
export function wilsonInterval(share: number, n: number): Interval {
  const z2 = normalQuantile(0.975) ** 2;
  const center = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { lower: share === 0 ? 0 : Math.max(0, center - half), upper: share === 1 ? 1 : Math.min(1, center + half) };
}
