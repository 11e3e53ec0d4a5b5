import { sortedOrder } from './sortedOrder.ts';

/** Returns the zero-based rank of each of these finite values; tied values get their mean rank. */
export function meanRanks(values: Float64Array | Float32Array): Float64Array {
  const n = values.length;
  const { sorted, order } = sortedOrder(values);
  const ranks = new Float64Array(n);
  for (let start = 0, end = 0; start < n; start = end) {
    const value = sorted[start]!;
    while (end < n && sorted[end] === value) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + end - 1) / 2;
  }
  return ranks;
}
