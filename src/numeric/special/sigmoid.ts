/** Returns the probability of a logit, 1/(1 + e⁻ˣ). */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
