/** The entropy, in nats, of belonging to one of several groups of these sizes; 0 when all are empty. */
export function entropyOfSizes(sizes: Float64Array, n: number): number {
  let entropy = 0;
  for (const size of sizes) if (size > 0) entropy += (size / n) * Math.log(n / size);
  return entropy;
}
