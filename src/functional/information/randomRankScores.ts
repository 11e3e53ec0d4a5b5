import type { RandomSource } from '../../random/randomSource.ts';
import { shuffle } from '../../random/shuffle.ts';
import { normalQuantile } from '../../special/normalQuantile.ts';

/**
 * Normal scores Φ⁻¹(r/(N + 1)) of values with ranks r from 1 to N, equal values in random order.
 *
 * Mutual information does not change: the rank determines the value, and the order of equal values depends on
 * nothing else. Scores have no ties, so that nearest-neighbour estimators apply to counts and rounded values.
 *
 * @see L. Rüschendorf, Journal of Statistical Planning and Inference 139 (2009) 3921–3927, on the
 * distributional transform.
 */
export function randomRankScores(values: Float64Array, random: RandomSource): Float64Array {
  const n = values.length;
  const shuffled = shuffle(
    Int32Array.from({ length: n }, (_, i) => i),
    random,
  );
  // The sort is stable: equal values keep their random order.
  const order = shuffled.sort((a, b) => values[a]! - values[b]!);
  const scores = new Float64Array(n);
  order.forEach((i, rank) => (scores[i] = normalQuantile((rank + 1) / (n + 1))));
  return scores;
}
