/** Returns the entropy, in nats, of a partition into groups of these sizes; 0 if all are empty. */
export function entropyOfSizes(sizes: Float64Array, n: number): number {
  let entropy = 0;
  for (const size of sizes) {
    // For quotients near 1, log1p of the difference avoids cancellation.
    const ln = 2 * size > n ? -Math.log1p((size - n) / n) : Math.log(n / size);
    if (size > 0) entropy += (size / n) * ln;
  }
  return entropy;
}
