import { countInversions } from '../../../numeric/sorting/countInversions.ts';
import { sortedOrder } from '../../../numeric/sorting/sortedOrder.ts';

type Values = Float64Array | Float32Array;

/** Sums over groups of equal values, with t the size of a group. */
interface Ties {
  /** Number of distinct values. */
  readonly distinct: number;
  /** Number of pairs of equal values, Σ t(t − 1)/2. */
  readonly pairs: number;
  /** Σ t(t − 1)(t − 2). */
  readonly triples: number;
  /** Σ t(t − 1)(2t + 5). */
  readonly variance: number;
}

/** Counts of pairs of samples by the order of their predictions and targets. */
export interface RankPairs {
  readonly n: number;
  /** Number of all pairs. */
  readonly pairs: number;
  /** Number of pairs that both variables order in the same direction. */
  readonly concordant: number;
  /** Number of pairs that the variables order in opposite directions. */
  readonly discordant: number;
  readonly preds: Ties;
  readonly target: Ties;
}

/** Counts pairs of samples in O(n log n), by the algorithm of W. R. Knight, JASA 61 (1966) 436–439. */
export function rankPairs(preds: Values, target: Values): RankPairs {
  const n = preds.length;
  const { order, sorted } = sortedOrder(target);
  const rankAt = new Int32Array(n);
  for (let place = 1; place < n; place++) {
    rankAt[place] = rankAt[place - 1]! + Number(sorted[place] !== sorted[place - 1]);
  }
  // Sorted by predictions, and by targets where predictions are equal, because the sort keeps the order of equal values.
  const byTarget = preds.slice();
  for (let place = 0; place < n; place++) byTarget[place] = preds[order[place]!]!;
  const both = sortedOrder(byTarget);
  const ranks = new Int32Array(n);
  for (let place = 0; place < n; place++) ranks[place] = rankAt[both.order[place]!]!;
  const ofPreds = tiesOf(n, (place) => both.sorted[place] === both.sorted[place - 1]);
  const ofTarget = tiesOf(n, (place) => rankAt[place] === rankAt[place - 1]);
  const ofBoth = tiesOf(
    n,
    (place) => both.sorted[place] === both.sorted[place - 1] && ranks[place] === ranks[place - 1],
  );
  const discordant = countInversions(ranks, ofTarget.distinct);
  const pairs = (n * (n - 1)) / 2;
  const concordant = pairs - ofPreds.pairs - ofTarget.pairs + ofBoth.pairs - discordant;
  return { n, pairs, concordant, discordant, preds: ofPreds, target: ofTarget };
}

/** @param isTied - returns whether the value at a place of the sorted values is equal to the one before. */
function tiesOf(n: number, isTied: (place: number) => boolean): Ties {
  let [distinct, pairs, triples, variance] = [0, 0, 0, 0];
  for (let start = 0, end = 0; start < n; start = end) {
    for (end = start + 1; end < n && isTied(end);) end++;
    const t = end - start;
    distinct++;
    pairs += (t * (t - 1)) / 2;
    triples += t * (t - 1) * (t - 2);
    variance += t * (t - 1) * (2 * t + 5);
  }
  return { distinct, pairs, triples, variance };
}
