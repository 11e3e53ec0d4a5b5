/** From here on, seven terms of the asymptotic series are accurate to double precision. */
const ASYMPTOTIC = 10;

/** B(2k) / (2k) for k = 1, 2, …, with the Bernoulli numbers B. */
const COEFFICIENTS = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/**
 * Digamma function ψ(x) = Γ′(x)/Γ(x) for x > 0, by ψ(x) = ψ(x + 1) − 1/x and the asymptotic series ln x − 1/(2x) − Σ
 * B(2k)/(2k x^(2k)) (M. Abramowitz and I. A. Stegun, 6.3.5 and 6.3.18). The error is below 2e-15 max(1, |ψ(x)|).
 */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < ASYMPTOTIC; at++) shift += 1 / at;
  const q = 1 / (at * at);
  let series = 0;
  for (let k = COEFFICIENTS.length - 1; k >= 0; k--) series = q * (COEFFICIENTS[k]! + series);
  return Math.log(at) - 0.5 / at - series - shift;
}
