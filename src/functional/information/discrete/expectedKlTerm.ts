import { klTerm } from './klTerm.ts';
import { productDifference } from '../../../numeric/productDifference.ts';

/** Weights this far below the largest are left out of sums. */
const NEGLIGIBLE = 1e-17;

/** Standard deviations within which all but a negligible weight lies. */
const REACH = 9;

/** A distribution close to normal whose spread is this small against its mean needs no sum. */
const NARROW = 3e-3;
const MANY = 1000;

/** −ln of what taking every h-th value may add to a sum. */
const THINNING_EXPONENT = 36;

/**
 * The expectation of φ(x/μ), φ(r) = r ln r − r + 1, for x drawn from the hypergeometric distribution
 * of a cell whose row sums to `a` and column to `b` in a table of `n` samples, μ = ab/n.
 *
 * Weights are stepped by their ratios outwards from the mode and divided by their sum, so no
 * factorial is taken and none of the digits is lost to one. Relative error below 1e-12.
 */
export function expectedKlTerm(n: number, a: number, b: number): number {
  const mean = (a * b) / n;
  const variance = a === n || b === n ? 0 : mean * ((n - a) / n) * ((n - b) / (n - 1));
  if (variance === 0) return 0;
  if (mean <= 1) return bySmallCounts(n, a, b, mean);
  const isNarrow = variance > MANY && variance < (NARROW * mean) ** 2;
  if (isNarrow) return byMoments(n, a, b, mean, variance);
  return bySummation(n, a, b, mean, variance);
}

/** x ln x for all x that matter when the mean is at most 1: the weight of 1/x! is negligible. */
const X_LN_X = /* @__PURE__ */ Float64Array.from([
  0,
  ...Array.from({ length: 31 }, (_, i) => (i + 1) * Math.log(i + 1)),
]);

/**
 * E[φ(x/μ)] = E[x ln x]/μ − ln μ, for E[x] = μ. Neither part is below 0 when μ ≤ 1, so nothing cancels,
 * and 0, the first value, is not far from the mode.
 */
function bySmallCounts(n: number, a: number, b: number, mean: number): number {
  const rest = n - a - b;
  let weight = 1;
  let weights = 1;
  let sum = 0;
  for (let x = 1; weight > NEGLIGIBLE && x < X_LN_X.length; x++) {
    weight *= ((a - x + 1) * (b - x + 1)) / (x * (rest + x));
    weights += weight;
    sum += weight * X_LN_X[x]!;
  }
  return sum / weights / mean - Math.log(mean);
}

/** E[φ(1 + d)] = E[d²]/2 − E[d³]/6 + E[d⁴]/12 − E[d⁵]/20 + E[d⁶]/30 − …, d = (x − μ)/μ. */
function byMoments(n: number, a: number, b: number, mean: number, variance: number): number {
  const square = variance / mean ** 2;
  const cube = (square / mean) * ((n - 2 * a) / n) * ((n - 2 * b) / (n - 2));
  const product = a * b * (n - a) * (n - b);
  const kurtosis = (n - 1) * n * n * (n * (n + 1) - 6 * a * (n - a) - 6 * b * (n - b)) + 6 * product * (5 * n - 6);
  const fourth = square ** 2 * (3 + kurtosis / (product * (n - 2) * (n - 3)));
  // The fifth and sixth are smaller than the rest by the square of the spread: those of a normal do.
  return square / 2 - cube / 6 + fourth / 12 - (square * cube) / 2 + square ** 3 / 2;
}

function bySummation(n: number, a: number, b: number, mean: number, variance: number): number {
  const mode = Math.floor(((a + 1) * (b + 1)) / (n + 2));
  const rest = n - a - b;
  const stride = thinning(mean, variance);
  const center = productDifference(mode, n, a, b) / (a * b);
  const step = n / (a * b);
  const up = halfSum(a - mode, b - mode, mode + 1, rest + mode + 1, stride, center, step);
  const down = halfSum(mode, rest + mode, a - mode + 1, b - mode + 1, stride, center, -step);
  return (klTerm(center) + up.sum + down.sum) / (1 + up.weights + down.weights);
}

/**
 * The sum on one side of the mode, which has the weight 1. The weight j + 1 steps away is that j steps
 * away times (p − j)(q − j) / ((r + j)(s + j)), down to 0 at the end of the distribution; the term j
 * steps away is that of `center + j · step`. Every `stride`-th value is looked at.
 */
function halfSum(
  p: number,
  q: number,
  r: number,
  s: number,
  stride: number,
  center: number,
  step: number,
): { weights: number; sum: number } {
  // Products of many ratios stay within the range of numbers when each factor is near 1.
  const scale = stride === 1 ? 1 : 1 / (p * q);
  let weight = 1;
  let weights = 0;
  let sum = 0;
  for (let j = 0; weight > NEGLIGIBLE;) {
    let above = weight;
    let below = 1;
    for (const end = j + stride; j < end; j++) {
      above *= (p - j) * (q - j) * scale;
      below *= (r + j) * (s + j) * scale;
    }
    weight = above / below;
    weights += weight;
    sum += weight * klTerm(center + j * step);
  }
  return { weights, sum };
}

/**
 * How many values apart a sum may look at the distribution. A hypergeometric variable is a sum of
 * independent Bernoulli variables (V. A. Vatutin and V. G. Mikhailov, Theory of Probability and its
 * Applications 27, 1982), so its characteristic function is at most exp(−σ² (1 − cos t)), and what
 * sums over every h-th value gain or lose is of the order of that at t = 2π/h. The term must be
 * smooth over all values that matter, so 0 must not be among them.
 */
function thinning(mean: number, variance: number): number {
  if (mean < REACH * Math.sqrt(variance) || 2 * variance < THINNING_EXPONENT) return 1;
  return Math.floor((2 * Math.PI) / Math.acos(1 - THINNING_EXPONENT / variance));
}
