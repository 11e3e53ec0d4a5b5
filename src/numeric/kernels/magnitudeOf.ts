/** Returns the sum of the absolute values in unspecified order. If it is finite, all values are finite. */
export function magnitudeOf(data: Float64Array | Float32Array): number {
  // Four independent sums over distant parts of memory, which the processor loads in parallel.
  const quarter = Math.floor(data.length / 4);
  let [a, b, c, e] = [0, 0, 0, 0];
  for (let k = 0; k < quarter; k++) {
    a += Math.abs(data[k]!);
    b += Math.abs(data[k + quarter]!);
    c += Math.abs(data[k + 2 * quarter]!);
    e += Math.abs(data[k + 3 * quarter]!);
  }
  for (let k = 4 * quarter; k < data.length; k++) a += Math.abs(data[k]!);
  return a + b + (c + e);
}
