import { mean } from './mean.ts';

/**
 * Returns the mean and the sample variance, divided by n − 1. Differences from the first value make the mean of equal
 * values exact, and their variance 0.
 */
export function meanAndVariance(values: ArrayLike<number>): { readonly mean: number; readonly variance: number } {
  const n = values.length;
  const first = n > 0 ? values[0]! : NaN;
  const center = first + mean(Float64Array.from(values, (value) => value - first));
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (values[k]! - center) ** 2;
  return { mean: center, variance: squares / (n - 1) };
}
