import { empty } from '../withScratchMemory.ts';
import { digitStarts } from './digitStarts.ts';

/** Ranges of at most this many values are sorted by insertion. */
const FEW_VALUES = 16;

/** Maximum number of buckets: their ends stay in the L1 cache. */
const MAX_BUCKETS = 2 ** 11;

interface Level {
  /** Values of a range, one bucket after the other, and their ranks. */
  readonly moved: Float64Array;
  readonly movedRanks: Int32Array;
  /** Place of the next value of each bucket. */
  readonly next: Int32Array;
}

/**
 * Returns the zero-based dense rank of each of these safe integers: equal values have the same rank, and ranks are
 * consecutive. Also returns the distinct values, ascending.
 *
 * Values are distributed to buckets by their place between the lowest and the highest one, and the values of a bucket
 * again, until few are left. The ranks of buckets are collected in the order in which values were distributed, so no
 * pass reads or writes memory in random order. Takes linear time for evenly distributed values.
 */
export function denseRanks(values: Float64Array): { ranks: Int32Array; distinct: Float64Array } {
  const ranks = empty(Int32Array, values.length);
  const distinct = empty(Float64Array, values.length);
  let count = 0;
  /** Memory for the buckets of all values, for those of one bucket, and so on. */
  const levels: Level[] = [];
  const order = new Int32Array(FEW_VALUES);
  rankRange(values, ranks, 0, values.length, 0);
  return { ranks, distinct: distinct.slice(0, count) };

  /** Stores the ranks of the values [start, end), which are greater than all distinct values so far. */
  function rankRange(from: Float64Array, to: Int32Array, start: number, end: number, depth: number): void {
    const size = end - start;
    if (size <= FEW_VALUES) {
      rankFew(from, to, start, end);
      return;
    }
    let [low, high] = [from[start]!, from[start]!];
    for (let k = start; k < end; k++) {
      const value = from[k]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low === high) {
      to.fill(addDistinct(low), start, end);
      return;
    }
    let level = levels[depth];
    if (level === undefined || level.moved.length < size) {
      level = {
        moved: empty(Float64Array, size),
        movedRanks: empty(Int32Array, size),
        next: empty(Int32Array, MAX_BUCKETS),
      };
      levels[depth] = level;
    }
    const { moved, movedRanks } = level;
    const buckets = Math.min(MAX_BUCKETS, size >> 1);
    const next = level.next.subarray(0, buckets).fill(0);
    // Rounding is monotonic: a lower value is never in a higher bucket.
    const scale = (buckets - 1) / (high - low);
    for (let k = start; k < end; k++) next[(to[k] = ((from[k]! - low) * scale) | 0)]!++;
    digitStarts(next, size);
    for (let k = start; k < end; k++) moved[next[to[k]!]!++] = from[k]!;
    for (let bucket = 0, first = 0; bucket < buckets; bucket++) {
      const last = next[bucket]!;
      next[bucket] = first;
      if (last > first) rankRange(moved, movedRanks, first, last, depth + 1);
      first = last;
    }
    for (let k = start; k < end; k++) to[k] = movedRanks[next[to[k]!]!++]!;
  }

  function rankFew(from: Float64Array, to: Int32Array, start: number, end: number): void {
    for (let k = start; k < end; k++) {
      const value = from[k]!;
      let at = k - start;
      for (; at > 0 && from[order[at - 1]!]! > value; at--) order[at] = order[at - 1]!;
      order[at] = k;
    }
    let last = NaN;
    for (let at = 0; at < end - start; at++) {
      const value = from[order[at]!]!;
      to[order[at]!] = value === last ? count - 1 : addDistinct(value);
      last = value;
    }
  }

  /** Adds a distinct value and returns its rank. -0 becomes 0. */
  function addDistinct(value: number): number {
    distinct[count] = value + 0;
    return count++;
  }
}
