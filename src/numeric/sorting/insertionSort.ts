/** Sorts the values [start, end) by insertion, in place, and their weights with them. Zeros of both signs become 0. */
export function insertionSort(
  values: Float32Array | Float64Array,
  weights: Float64Array | undefined,
  start: number,
  end: number,
): void {
  for (let k = start; k < end; k++) {
    const value = values[k]! + 0;
    const weight = weights?.[k] ?? 0;
    let at = k;
    for (; at > start && values[at - 1]! > value; at--) {
      values[at] = values[at - 1]!;
      if (weights) weights[at] = weights[at - 1]!;
    }
    values[at] = value;
    if (weights) weights[at] = weight;
  }
}
