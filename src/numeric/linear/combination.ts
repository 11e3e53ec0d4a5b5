/** Returns Σⱼ weightⱼ columnⱼ. */
export function combination(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(columns[0]!.length);
  weights.forEach((weight, j) => {
    const column = columns[j]!;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * column[i]!;
  });
  return sum;
}
