/** Probabilities `[n, columns]` in row-major order. */
interface ProbabilityRows {
  readonly data: ArrayLike<number>;
  readonly columns: number;
}

/** Returns Σₙ wₙ pₙᵢ qₙⱼ, the weight of the samples in cluster i of one side and cluster j of the other. */
export function jointAssignments(
  n: number,
  p: ProbabilityRows,
  q: ProbabilityRows,
  weights: ArrayLike<number> | undefined,
): Float64Array {
  const cells = new Float64Array(p.columns * q.columns);
  for (let row = 0; row < n; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (weight === 0) continue;
    for (let i = 0, k = 0; i < p.columns; i++) {
      const share = weight * p.data[row * p.columns + i]!;
      for (let j = 0; j < q.columns; j++, k++) cells[k]! += share * q.data[row * q.columns + j]!;
    }
  }
  return cells;
}

/**
 * Returns the gradient with respect to p of a function of {@link jointAssignments}, from its gradient with respect to
 * the cells.
 */
export function assignmentGradient(
  n: number,
  columns: number,
  q: ProbabilityRows,
  weights: ArrayLike<number> | undefined,
  gradientOf: (i: number, j: number) => number,
): Float32Array {
  const byCells = Float64Array.from({ length: columns * q.columns }, (_, k) =>
    gradientOf(Math.floor(k / q.columns), k % q.columns),
  );
  const gradient = new Float32Array(n * columns);
  for (let row = 0; row < n; row++) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (weight === 0) continue;
    for (let i = 0; i < columns; i++) {
      let sum = 0;
      for (let j = 0; j < q.columns; j++) {
        sum += byCells[i * q.columns + j]! * q.data[row * q.columns + j]!;
      }
      gradient[row * columns + i] = weight * sum;
    }
  }
  return gradient;
}
