import { klTerm } from './klTerm.ts';
import { productDifference } from '../../../numeric/productDifference.ts';

/** Weights below this fraction of the largest are omitted from sums. */
const NEGLIGIBLE = 1e-17;

/** Number of standard deviations beyond which the weight is negligible. */
const REACH = 9;

/** Coefficient of variation below which a nearly normal distribution is summed from its moments. */
const NARROW = 3e-3;
const MANY = 1000;

/** −ln of the relative error allowed when only every h-th value is summed. */
const THINNING_EXPONENT = 36;

/**
 * Returns the expectation of φ(x/μ), φ(r) = r ln r − r + 1, for x from the hypergeometric distribution of a cell with
 * row sum `a` and column sum `b` in a table of `n` samples, μ = ab/n.
 *
 * Weights are computed from their ratios, outwards from the mode, and divided by their sum, which avoids factorials
 * and their rounding errors. Relative error below 1e-12.
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

/** x ln x for all x with a non-negligible weight if the mean is at most 1; weights fall like 1/x!. */
const X_LN_X = /* @__PURE__ */ Float64Array.from([
  0,
  ...Array.from({ length: 31 }, (_, i) => (i + 1) * Math.log(i + 1)),
]);

/**
 * E[φ(x/μ)] = E[x ln x]/μ − ln μ, since E[x] = μ. Both terms are non-negative if μ ≤ 1, so nothing cancels, and
 * summing can start at 0, which is close to the mode.
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
  // The fifth and sixth moments contribute less by the square of the spread, so normal approximations suffice.
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
 * Sums one side of the mode, whose weight is 1. The weight j + 1 steps from the mode is the weight j steps from it
 * times (p − j)(q − j) / ((r + j)(s + j)), which reaches 0 at the end of the distribution. The term j steps from the
 * mode is `klTerm(center + j · step)`. Only every `stride`-th value is summed.
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
  // Factors near 1 keep products of many ratios from overflowing.
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
 * Returns the stride at which a sum over the distribution stays accurate. A hypergeometric variable is a sum of
 * independent Bernoulli variables (V. A. Vatutin and V. G. Mikhailov, Theory of Probability and its Applications 27,
 * 1982), so its characteristic function is at most exp(−σ² (1 − cos t)), and the error of summing every h-th value is
 * of the order of this bound at t = 2π/h. The term must be smooth over all values with a non-negligible weight, so
 * these must not include 0.
 */
function thinning(mean: number, variance: number): number {
  if (mean < REACH * Math.sqrt(variance) || 2 * variance < THINNING_EXPONENT) return 1;
  return Math.floor((2 * Math.PI) / Math.acos(1 - THINNING_EXPONENT / variance));
}
