import { indices } from '../indices.ts';
import { mean } from '../mean.ts';
import { dot, orthonormalColumns } from './orthonormalColumns.ts';

/** Linear function of columns: Σⱼ weightⱼ columnⱼ + offset. */
export interface LinearFunction {
  readonly weights: Float64Array;
  readonly offset: number;
}

/**
 * Returns the linear function of columns that is closest to a target in the sum of squares. Columns that are linear
 * combinations of earlier ones get a weight of 0.
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array): LinearFunction {
  const [n, width] = [target.length, columns.length];
  const means = columns.map(mean);
  // The orthonormal columns are linear in the given ones, and their values at the rows of the identity matrix are the
  // coefficients.
  const extended = columns.map((column, j) => {
    const values = new Float64Array(n + width);
    for (let i = 0; i < n; i++) values[i] = column[i]! - means[j]!;
    values[n + j] = 1;
    return values;
  });
  const rows = indices(n);
  const weights = new Float64Array(width);
  for (const basis of orthonormalColumns(extended, rows)) {
    const factor = dot(basis, target, rows);
    for (let j = 0; j < width; j++) weights[j]! += factor * basis[n + j]!;
  }
  return { weights, offset: mean(target) - means.reduce((sum, value, j) => sum + value * weights[j]!, 0) };
}
