/**
 * Returns P(X ≤ k) and P(X = k) for X successes of n trials with probability ½ each, for k ≤ n/2.
 *
 * Probabilities relative to P(X = k) follow from their ratios, so that none under- or overflows; those from k to n/2 give
 * the total.
 */
export function binomialTail(k: number, n: number): { readonly atMost: number; readonly exactly: number } {
  let [below, weight] = [0, 1];
  for (let j = k; j > 0 && weight > 0; j--) {
    weight *= j / (n - j + 1);
    below += weight;
  }
  // ln P(X = k) = ln C(n, k) − n ln 2, summed from both factors of each step, which nearly cancel.
  let logarithm = 0;
  for (let j = 1; j <= k; j++) logarithm += Math.log((n - k + j) / (4 * j));
  const exactly = Math.exp(logarithm - (n - 2 * k) * Math.LN2);
  return { atMost: Math.min(1, exactly * (1 + below)), exactly };
}
