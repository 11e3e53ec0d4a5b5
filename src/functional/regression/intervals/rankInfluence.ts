import { sortedOrder } from '../../../numeric/sorting/sortedOrder.ts';
import type { RegressionPairs } from './regressionPairs.ts';
import { correlationInfluence } from './correlationInfluence.ts';
import { centered, standardized, type SampleWeights } from './weightedMean.ts';

type Values = Float64Array | Float32Array;
type SortedOrder = ReturnType<typeof sortedOrder>;

/**
 * Returns for each sample the sum of `terms` over the samples with a smaller value, and half the sum over those with an
 * equal one.
 */
function sumsBelow({ order, sorted }: SortedOrder, terms: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(sorted.length);
  let below = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    let tied = 0;
    for (end = start; end < sorted.length && sorted[end] === sorted[start]; end++) tied += terms[order[end]!]!;
    for (let place = start; place < end; place++) sums[order[place]!] = below + tied / 2;
    below += tied;
  }
  return sums;
}

/** Ranks of values, and their order. */
function ranked(values: Values, weights: Float64Array, sampleWeights: SampleWeights) {
  const order = sortedOrder(values);
  return { order, ...standardized(centered(sumsBelow(order, weights), sampleWeights), sampleWeights) };
}

/**
 * Returns Spearman's correlation of weighted samples, and the influence of each sample on it: as one of the pairs of
 * ranks, and by its effect on the ranks of the samples above it.
 */
export function rankInfluence(pairs: RegressionPairs): { value: number; influence: Float64Array } {
  const { preds, target, n } = pairs;
  const weights = pairs.weights ?? new Float64Array(preds.length).fill(1);
  const x = ranked(preds, weights, pairs);
  const y = ranked(target, weights, pairs);
  const size = preds.length;
  let products = 0;
  for (let i = 0; i < size; i++) products += weights[i]! * x.quotients[i]! * y.quotients[i]!;
  const value = Math.max(-1, Math.min(1, products / n));
  const influence = correlationInfluence(value, x.quotients, y.quotients);
  for (const [own, other] of [
    [x, y],
    [y, x],
  ] as const) {
    // Derivative of the correlation with respect to the rank of each sample; their sum is 0.
    const effects = own.quotients.map((a, i) => weights[i]! * (other.quotients[i]! - value * a));
    const below = sumsBelow(own.order, effects);
    for (let i = 0; i < size; i++) influence[i]! -= below[i]! / own.rootMeanSquare;
  }
  return { value, influence };
}
