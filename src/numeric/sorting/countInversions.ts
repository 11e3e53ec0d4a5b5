/** Ranges of this size are sorted by insertion. */
const RUN = 8;

/**
 * Returns the number of pairs i < j with values[i] > values[j], in O(n log n). The values are sorted in place.
 *
 * @param values - whole numbers ≥ 0.
 */
export function countInversions(values: Int32Array): number {
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
