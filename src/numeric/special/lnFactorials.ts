/** Largest number in the table of {@link lnFactorials} (128 kB): reading a larger one takes longer than a logarithm. */
const MAX_TABLE = 2 ** 14;

const HALF_LN_TWO_PI = 0.9189385332046728;

/**
 * Returns a function that computes ln k! for whole numbers k up to `most`, from a table or, above 2^14, from Stirling's
 * series. Relative error below 2e-15.
 */
export function lnFactorials(most: number): (k: number) => number {
  const table = new Float64Array(Math.min(most, MAX_TABLE) + 1);
  let lost = 0;
  for (let k = 2; k < table.length; k++) {
    // Kahan summation, so that errors do not grow with the number of terms.
    const term = Math.log(k) - lost;
    const sum = table[k - 1]! + term;
    lost = sum - table[k - 1]! - term;
    table[k] = sum;
  }
  return (k) => (k < table.length ? table[k]! : (k + 0.5) * Math.log(k) - k + HALF_LN_TWO_PI + 1 / (12 * k));
}
