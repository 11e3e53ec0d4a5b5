/** Up to this many distinct values are counted in a tree that stays in the processor's cache. */
const FEW_DISTINCT = 1024;

/** Ranges of this size are sorted by insertion. */
const RUN = 8;

/**
 * Returns the number of pairs i < j with values[i] > values[j], in O(n log n). The values may be sorted in
 * place.
 *
 * @param values - whole numbers from 0 to `distinct` − 1.
 */
export function countInversions(values: Int32Array, distinct: number): number {
  if (distinct <= FEW_DISTINCT) return inversionsByCounts(values, distinct);
  const n = values.length;
  let inversions = 0;
  for (let start = 0; start < n; start += RUN) {
    const end = Math.min(start + RUN, n);
    for (let i = start + 1; i < end; i++) {
      const value = values[i]!;
      let j = i;
      for (; j > start && values[j - 1]! > value; j--) values[j] = values[j - 1]!;
      values[j] = value;
      inversions += i - j;
    }
  }
  let [from, to]: [Int32Array, Int32Array] = [values, new Int32Array(n)];
  for (let size = RUN; size < n; size *= 2) {
    for (let start = 0; start < n; start += 2 * size) {
      inversions += merge(from, to, start, Math.min(start + size, n), Math.min(start + 2 * size, n));
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return inversions;
}

/** Merges two sorted ranges. Returns the number of pairs in which the value of the first range is greater. */
function merge(from: Int32Array, to: Int32Array, start: number, middle: number, end: number): number {
  let inversions = 0;
  let [i, j, k] = [start, middle, start];
  while (i < middle && j < end) {
    const a = from[i]!;
    const b = from[j]!;
    // All bits of −1 if the second value is less: without branches on values, which would be mispredicted.
    const isLess = (b - a) >> 31;
    to[k++] = a ^ ((a ^ b) & isLess);
    inversions += (middle - i) & isLess;
    i += 1 + isLess;
    j -= isLess;
  }
  while (i < middle) to[k++] = from[i++]!;
  while (j < end) to[k++] = from[j++]!;
  return inversions;
}

/** Counts the values so far in the tree of P. M. Fenwick, Software: Practice and Experience 24 (1994) 327–336. */
function inversionsByCounts(values: Int32Array, distinct: number): number {
  const tree = new Int32Array(distinct + 1);
  let inversions = 0;
  for (let i = 0; i < values.length; i++) {
    const place = values[i]! + 1;
    let atMost = 0;
    for (let k = place; k > 0; k &= k - 1) atMost += tree[k]!;
    for (let k = place; k <= distinct; k += k & -k) tree[k]!++;
    inversions += i - atMost;
  }
  return inversions;
}
