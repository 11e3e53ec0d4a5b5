/** Returns the zero-based rank of each value; tied values get their mean rank. */
export function rankValues(values: Float64Array): Float64Array {
  const n = values.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(n);
  for (let start = 0, end = 0; start < n; start = end) {
    const value = values[order[start]!]!;
    while (end < n && values[order[end]!] === value) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + end - 1) / 2;
  }
  return ranks;
}
