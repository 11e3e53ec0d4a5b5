import type { RandomSource } from './randomSource.ts';

/** Mean from which rejection is faster than inversion. */
const LARGE_MEAN = 10;

/**
 * Draws the number of successes in `trials` independent trials with probability `p`, in time that does not depend on
 * the number of trials.
 *
 * Small means use inversion, others transformed rejection, which takes no logarithm six times out of seven: W.
 * Hörmann, Journal of Statistical Computation and Simulation 46 (1993) 101–110, algorithm BTRS.
 */
export function randomBinomial(trials: number, p: number, random: RandomSource): number {
  if (p > 0.5) return trials - randomBinomial(trials, 1 - p, random);
  if (trials === 0 || p <= 0) return 0;
  return trials * p < LARGE_MEAN ? byInversion(trials, p, random) : byRejection(trials, p, random);
}

/** Inversion from 0, where the probability is (1 − p)ⁿ, by the ratio of consecutive probabilities. */
function byInversion(trials: number, p: number, random: RandomSource): number {
  const odds = p / (1 - p);
  let probability = Math.exp(trials * Math.log1p(-p));
  let uniform = random.uniform();
  let successes = 0;
  while (uniform >= probability && successes < trials) {
    uniform -= probability;
    successes++;
    probability *= (odds * (trials - successes + 1)) / successes;
    // Ends the loop if a rounding error leaves a remainder.
    if (probability === 0) break;
  }
  return successes;
}

function byRejection(trials: number, p: number, random: RandomSource): number {
  const mean = trials * p;
  const deviation = Math.sqrt(mean * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = 0.0248 * b + 0.01 * p - 0.0873;
  const surelyBelow = 0.92 - 4.2 / b;
  for (;;) {
    const v = random.uniform();
    const u = random.uniform() - 0.5;
    const toEdge = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / toEdge + b) * u + mean + 0.5);
    if (toEdge >= 0.07 && v <= surelyBelow) return successes;
    if (successes < 0 || successes > trials) continue;
    const scaled = (v * (2.83 + 5.1 / b) * deviation) / (a / (toEdge * toEdge) + b);
    if (Math.log(scaled) <= logRatioToMode(successes, trials, p)) return successes;
  }
}

/** Returns ln(P(k) / P(mode)). */
function logRatioToMode(k: number, trials: number, p: number): number {
  const mode = Math.floor((trials + 1) * p);
  const odds = p / (1 - p);
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
    (trials + 1) * Math.log1p((k - mode) / (trials - k + 1)) +
    (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) +
    (stirlingError(mode) + stirlingError(trials - mode)) -
    (stirlingError(k) + stirlingError(trials - k))
  );
}

/** Returns ln k! − [(k + ½) ln(k + 1) − (k + 1) + ½ ln 2π] with an error below 1e-9. */
function stirlingError(k: number): number {
  const x = k + 1;
  if (k < 10) {
    let factorial = 1;
    for (let i = 2; i <= k; i++) factorial *= i;
    return Math.log(factorial / Math.sqrt(2 * Math.PI)) - (k + 0.5) * Math.log(x) + x;
  }
  const square = x * x;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / x;
}
