import { digitStarts } from './digitStarts.ts';

/** Ranges of at most this many values are sorted by insertion. */
const FEW_VALUES = 16;

/** Maximum number of buckets: their ends stay in the L1 cache. */
const MAX_BUCKETS = 2 ** 11;

/**
 * Returns the zero-based dense rank of each of these safe integers: equal values have the same rank, and ranks are
 * consecutive. Also returns the distinct values, ascending.
 *
 * Values are distributed to buckets by their place between the lowest and the highest one, and the values of a bucket
 * again, until few are left. The ranks of buckets are collected in the order in which values were distributed, so no
 * pass reads or writes memory in random order. Takes linear time for evenly distributed values.
 */
export function denseRanks(values: Float64Array): { ranks: Int32Array; distinct: Float64Array } {
  const ranks = new Int32Array(values.length);
  const ranking = new Ranking(values.length);
  ranking.rank(values, ranks, 0, values.length, 0);
  return { ranks, distinct: ranking.distinct.slice(0, ranking.count) };
}

/** Values of a range, one bucket after the other, their ranks, and where the next value of each bucket belongs. */
class Buckets {
  values = new Float64Array(0);
  ranks = new Int32Array(0);
  readonly next = new Int32Array(MAX_BUCKETS);

  reserve(size: number): void {
    if (size <= this.values.length) return;
    this.values = new Float64Array(size);
    this.ranks = new Int32Array(size);
  }
}

/** Ranks ranges of values, one after the other in ascending order. */
class Ranking {
  readonly distinct: Float64Array;
  count = 0;
  /** Buckets of the range that is distributed, of the range of one of its buckets, and so on. */
  readonly #levels: Buckets[] = [];
  readonly #order = new Int32Array(FEW_VALUES);

  constructor(size: number) {
    this.distinct = new Float64Array(size);
  }

  /** Stores the ranks of the values [start, end), all of them greater than those ranked before. */
  rank(values: Float64Array, ranks: Int32Array, start: number, end: number, depth: number): void {
    if (end - start <= FEW_VALUES) {
      this.#rankFew(values, ranks, start, end);
      return;
    }
    let [low, high] = [values[start]!, values[start]!];
    for (let k = start + 1; k < end; k++) {
      const value = values[k]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === high) ranks.fill(this.#add(low), start, end);
    else this.#rankBuckets(values, ranks, start, end, depth, low, high);
  }

  #rankBuckets(
    values: Float64Array,
    ranks: Int32Array,
    start: number,
    end: number,
    depth: number,
    low: number,
    high: number,
  ): void {
    const buckets = (this.#levels[depth] ??= new Buckets());
    buckets.reserve(end - start);
    const { values: moved, ranks: movedRanks, next } = buckets;
    const size = Math.min(MAX_BUCKETS, (end - start) >> 1);
    // Rounding is monotonic: a lower value is never in a higher bucket.
    const scale = (size - 1) / (high - low);
    next.fill(0, 0, size);
    for (let k = start; k < end; k++) {
      const bucket = ((values[k]! - low) * scale) | 0;
      ranks[k] = bucket;
      next[bucket]!++;
    }
    digitStarts(next.subarray(0, size), end - start);
    for (let k = start; k < end; k++) moved[next[ranks[k]!]!++] = values[k]!;
    for (let bucket = 0, first = 0; bucket < size; bucket++) {
      const last = next[bucket]!;
      next[bucket] = first;
      if (last === first + 1) movedRanks[first] = this.#add(moved[first]!);
      else if (last > first) this.rank(moved, movedRanks, first, last, depth + 1);
      first = last;
    }
    for (let k = start; k < end; k++) ranks[k] = movedRanks[next[ranks[k]!]!++]!;
  }

  #rankFew(values: Float64Array, ranks: Int32Array, start: number, end: number): void {
    const order = this.#order;
    for (let k = start; k < end; k++) {
      const value = values[k]!;
      let at = k - start;
      for (; at > 0 && values[order[at - 1]!]! > value; at--) order[at] = order[at - 1]!;
      order[at] = k;
    }
    let last = NaN;
    for (let at = 0; at < end - start; at++) {
      const value = values[order[at]!]!;
      ranks[order[at]!] = value === last ? this.count - 1 : this.#add(value);
      last = value;
    }
  }

  /** Adds a distinct value and returns its rank. -0 becomes 0. */
  #add(value: number): number {
    this.distinct[this.count] = value + 0;
    return this.count++;
  }
}
