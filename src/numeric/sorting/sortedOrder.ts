import { insertionSort } from './insertionSort.ts';
import { sortFloats } from './sortFloats.ts';

/** Values in ascending order, and the index of each before sorting. Equal values keep their order. */
interface SortedOrder {
  readonly sorted: Float64Array | Float32Array;
  readonly order: Float64Array;
}

/** Runs of this size are sorted by insertion. */
const FEW_VALUES = 16;

/** Returns the order of finite values, which are not modified. */
export function sortedOrder(values: Float64Array | Float32Array): SortedOrder {
  const n = values.length;
  const order = new Float64Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  // Rounding keeps the order, and half as many digits are sorted. Values that are equal in float32 follow.
  const rounded = new Float32Array(values);
  const isExact = areEqual(values, rounded);
  sortFloats(rounded, order);
  if (isExact) return { sorted: rounded, order };
  const sorted = new Float64Array(n);
  for (let place = 0; place < n; place++) sorted[place] = values[order[place]!]!;
  for (let start = 0, end = 0; start < n; start = end) {
    const value = rounded[start]!;
    let isSorted = true;
    for (end = start + 1; end < n && rounded[end] === value; end++) isSorted &&= sorted[end]! >= sorted[end - 1]!;
    if (isSorted) continue;
    if (end - start > FEW_VALUES) sortFloats(sorted.subarray(start, end), order.subarray(start, end));
    else insertionSort(sorted, order, start, end);
  }
  return { sorted, order };
}

function areEqual(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
