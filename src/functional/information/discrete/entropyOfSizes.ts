/** The entropy, in nats, of belonging to one of several groups of these sizes; 0 when all are empty. */
export function entropyOfSizes(sizes: Float64Array, n: number): number {
  let entropy = 0;
  for (const size of sizes) {
    // Near 1, a quotient has lost the digits that its logarithm is made of.
    const ln = 2 * size > n ? -Math.log1p((size - n) / n) : Math.log(n / size);
    if (size > 0) entropy += (size / n) * ln;
  }
  return entropy;
}
