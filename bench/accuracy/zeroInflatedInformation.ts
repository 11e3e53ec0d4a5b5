/** Number of counts in the sum, steps of the integral and its upper limit; the truncation error is below 1e-16. */
const COUNTS = 120;
const STEPS = 4000;
const UPPER_LIMIT = 40;

/**
 * Returns I(X; Y) for X exponential with mean 1 and Y 0 with probability p, otherwise Poisson with mean X: H(Y) − ∫
 * e^(−x) H(Y | x) dx, by Simpson's rule in √x because H is steep at 0. The error is below 1e-11.
 *
 * W. Gao et al. (NIPS 2017) give (1 − p) I(X; Poisson(X)) = (1 − p)(2 ln 2 − γ − Σ ln k 2^(−k)). That is I(X; Y, B),
 * where B marks the added zeros, which Y alone does not: for p = 0.15, I(X; Y) is 0.2298, not 0.2561.
 */
export function ofZeroInflatedPoisson(p: number): number {
  const marginal = Array.from({ length: COUNTS }, (_, k) => withZeros(p, k, 2 ** -(k + 1)));
  const width = Math.sqrt(UPPER_LIMIT) / STEPS;
  let conditional = 0;
  for (let step = 0; step <= STEPS; step++) {
    const root = step * width;
    const x = root * root;
    const weight = step === 0 || step === STEPS ? 1 : step % 2 === 1 ? 4 : 2;
    conditional += (weight / 3) * width * 2 * root * Math.exp(-x) * entropy(countsGiven(p, x));
  }
  return entropy(marginal) - conditional;
}

function countsGiven(p: number, mean: number): number[] {
  let share = Math.exp(-mean);
  return Array.from({ length: COUNTS }, (_, k) => {
    if (k > 0) share *= mean / k;
    return withZeros(p, k, share);
  });
}

const withZeros = (p: number, count: number, share: number): number => (1 - p) * share + (count === 0 ? p : 0);

const entropy = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
