/**
 * Returns the mean and the sample variance, divided by n − 1. The mean of equal values is exact, and their variance 0.
 *
 * @see B. P. Welford, Technometrics 4 (1962) 419–420.
 */
export function meanAndVariance(values: ArrayLike<number>): { readonly mean: number; readonly variance: number } {
  const n = values.length;
  let [mean, squares] = [n > 0 ? 0 : NaN, 0];
  for (let k = 0; k < n; k++) {
    const apart = values[k]! - mean;
    mean += apart / (k + 1);
    squares += apart * (values[k]! - mean);
  }
  return { mean, variance: squares / (n - 1) };
}
