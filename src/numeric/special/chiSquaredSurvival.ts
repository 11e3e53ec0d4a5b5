import { erfc } from './erfc.ts';

/** Weights below this fraction of the sum are negligible. */
const NEGLIGIBLE = 1e-18;

/** Lower limit of weights; smaller numbers lose precision. */
const SMALLEST = 1e-300;

/**
 * Returns the probability that a chi-squared variable exceeds `statistic`: Q(a, x), a = df/2, x = statistic/2.
 *
 * For integer a it is the sum of the weights xᵏ/k! with k < a, divided by the sum of all weights. For a = m + ½ it
 * is erfc(√x) + erf(√x) times the same ratio for the weights x^(k + ½)/Γ(k + 3/2) and k < m. The weights are
 * computed by their ratios, starting from the largest, so no gamma function is needed and p-values are as accurate
 * for a million degrees of freedom as for one: the relative error is below 2e-12 for values down to 1e-300.
 */
export function chiSquaredSurvival(statistic: number, degreesOfFreedom: number): number {
  const x = statistic / 2;
  if (degreesOfFreedom === 0 || x <= 0) return 1;
  const half = degreesOfFreedom % 2;
  const terms = (degreesOfFreedom - half) / 2;
  const halfTerm = half === 0 ? 0 : erfc(Math.sqrt(x));
  return halfTerm + (1 - halfTerm) * shareBelow(x, terms, half / 2);
}

/** Returns the fraction of the weights w(0) = 1, w(k) = w(k − 1) x/(k + shift) that belongs to k < terms. */
function shareBelow(x: number, terms: number, shift: number): number {
  if (terms === 0) return 0;
  // The Chernoff bound is e^(terms − x) (x/terms)^terms, which underflows to 0 here.
  if (x > terms && terms - x + terms * Math.log(x / terms) < -750) return 0;
  const heaviest = Math.max(0, Math.floor(x - shift));
  let below = 0;
  let above = 0;
  let weight = 1;
  for (let k = heaviest; weight > Math.max(SMALLEST, NEGLIGIBLE * below) && k >= 0; k--) {
    if (k < terms) below += weight;
    else above += weight;
    weight *= (k + shift) / x;
  }
  weight = x / (heaviest + 1 + shift);
  for (let k = heaviest + 1; weight > NEGLIGIBLE * (below + above); k++) {
    if (k < terms) below += weight;
    else above += weight;
    weight *= x / (k + 1 + shift);
  }
  return below / (below + above);
}
