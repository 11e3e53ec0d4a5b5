const EULER = 0.5772156649015329;

/** Returns ψ(m) = −γ + Σ 1/j over j < m for the integers m from 0 to `n`, indexed by m. */
export function digammaTable(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  table[0] = -Infinity;
  let sum = -EULER;
  let lost = 0;
  for (let m = 1; m <= n; m++) {
    table[m] = sum;
    // Kahan summation, so that errors do not grow with the number of terms.
    const term = 1 / m - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return table;
}
