import { requireWholeCounts } from '../../readTable.ts';
import { entropyOfSizes } from './entropyOfSizes.ts';
import { estimatorOptions, type EntropyEstimator, type EstimatorOptions } from './estimatorOptions.ts';
import { digamma } from '../../../numeric/special/digamma.ts';
import { shrinkageIntensity, type GroupCounts } from './shrinkageIntensity.ts';

/**
 * Returns a function that estimates the entropy, in nats, of groups of the same `n` samples, with the estimator that
 * the options name. If several entropies are combined, `joint` holds the finest groups: James–Stein chooses its
 * shrinkage from these and applies it to all groups, so that quantities that cannot be negative stay non-negative.
 */
export function entropyEstimator(
  owner: string,
  options: EstimatorOptions,
  joint: GroupCounts,
  n: number,
): (groups: GroupCounts) => number {
  const { estimator = 'plugIn' } = options;
  const reason = estimatorOptions.wholeWeightsReason(options);
  if (reason !== undefined) requireWholeCounts(owner, reason, joint.sizes);
  if (estimator === 'jamesStein') {
    const intensity = shrinkageIntensity(joint, n);
    return (groups) => shrunkEntropy(groups, n, intensity);
  }
  return ({ sizes }) => ESTIMATES[estimator](sizes, n);
}

type Estimate = (sizes: Float64Array, n: number) => number;

const ESTIMATES: Readonly<Record<Exclude<EntropyEstimator, 'jamesStein'>, Estimate>> = {
  plugIn: entropyOfSizes,
  millerMadow: (sizes, n) => entropyOfSizes(sizes, n) + (sizes.length - 1) / (2 * n),
  grassberger: (sizes, n) => Math.log(n) - meanOverSamples(sizes, n, grassbergerLogarithm),
  // n H − (n − 1) H₋, with all terms x ln x − (x − 1) ln(x − 1) collected.
  jackknife: (sizes, n) => logarithmStep(n) - meanOverSamples(sizes, n, logarithmStep),
  chaoShen: chaoShenEntropy,
};

/** Returns the mean over all samples of a function of the size of the sample's group. */
function meanOverSamples(sizes: Float64Array, n: number, of: (size: number) => number): number {
  let sum = 0;
  for (const size of sizes) sum += (size / n) * of(size);
  return sum;
}

/** Replacement for the logarithm of a count, G(n) = ψ(n) + (−1)ⁿ/2 · (ψ((n + 1)/2) − ψ(n/2)), with a single ψ. */
function grassbergerLogarithm(count: number): number {
  return Math.LN2 + digamma(Math.floor(count / 2) + 0.5);
}

/** x ln x − (x − 1) ln(x − 1). */
function logarithmStep(x: number): number {
  return x <= 1 ? 0 : Math.log(x) - (x - 1) * Math.log1p(-1 / x);
}

function chaoShenEntropy(sizes: Float64Array, n: number): number {
  let singles = 0;
  for (const size of sizes) if (size === 1) singles++;
  // If every label occurred once, the coverage would be 0.
  const coverage = 1 - Math.min(singles, n - 1) / n;
  let entropy = 0;
  for (const size of sizes) {
    const share = coverage * (size / n);
    const seen = share === 1 ? 1 : -Math.expm1(n * Math.log1p(-share));
    entropy -= (share * Math.log(share)) / seen;
  }
  return entropy;
}

function shrunkEntropy({ sizes, possible }: GroupCounts, n: number, intensity: number): number {
  const equal = intensity / possible;
  const empty = possible - sizes.length;
  let entropy = equal > 0 ? -empty * equal * Math.log(equal) : 0;
  for (const size of sizes) {
    const share = equal + (1 - intensity) * (size / n);
    entropy -= share * Math.log(share);
  }
  return entropy;
}
