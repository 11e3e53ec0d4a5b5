/**
 * Returns the p-value of a permutation test, (1 + #{sᵢ ≥ s}) / (1 + S), which is never 0. NaN if a statistic is NaN.
 *
 * @see B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010) 39.
 */
export function permutationPValue(statistic: number, permuted: Float64Array): number {
  if (Number.isNaN(statistic) || permuted.includes(NaN)) return NaN;
  let atLeast = 0;
  for (const value of permuted) if (value >= statistic) atLeast++;
  return (1 + atLeast) / (1 + permuted.length);
}
