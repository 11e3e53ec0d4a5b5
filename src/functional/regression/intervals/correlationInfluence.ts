/** Returns the influence of each pair of standardized values on their correlation. */
export function correlationInfluence(correlation: number, x: Float64Array, y: Float64Array): Float64Array {
  return x.map((a, i) => a * y[i]! - (correlation * (a ** 2 + y[i]! ** 2)) / 2);
}
