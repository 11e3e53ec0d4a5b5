const EULER = 0.5772156649015329;

/** ψ of the whole numbers up to `n`, by their number: ψ(m) = −γ + Σ 1/j over j < m. */
export function digammaTable(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  table[0] = -Infinity;
  let sum = -EULER;
  let lost = 0;
  for (let m = 1; m <= n; m++) {
    table[m] = sum;
    // Kahan's summation: the last of a million terms is as exact as the first.
    const term = 1 / m - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return table;
}

/** The mean of ψ over counts, each lowered by `less`. */
export function meanDigamma(counts: Int32Array, table: Float64Array, less = 0): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += table[counts[i]! - less]!;
  return sum / counts.length;
}
