/** Up to here the power series is both faster and more exact than the logarithm. */
const NEAR = 0.2;

/**
 * (1 + d) ln(1 + d) − d for d ≥ −1: what a cell adds to a relative entropy when it holds 1 + d times
 * what is expected. Never below 0, and 0 only at d = 0, so sums of it lose nothing to cancellation,
 * however close to independence a table is. Relative error below 1e-15 · 10.
 */
export function klTerm(excess: number): number {
  if (excess > -NEAR && excess < NEAR) return nearOne(excess);
  return excess <= -1 ? 1 : (1 + excess) * Math.log1p(excess) - excess;
}

/**
 * With s = d / (2 + d): (1 + d) = (1 + s) / (1 − s) and ln(1 + d) = 2 artanh s, hence
 * 2 / (1 − s) · [s artanh s + (artanh s − s)], whose series in s² ≤ 1/81 ends after eight terms.
 */
function nearOne(d: number): number {
  const s = d / (2 + d);
  const q = s * s;
  // (artanh s − s) / s³ = 1/3 + q/5 + q²/7 + …
  const tail =
    1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q / 15)))));
  return ((2 * q) / (1 - s)) * (1 + (q + s) * tail);
}
