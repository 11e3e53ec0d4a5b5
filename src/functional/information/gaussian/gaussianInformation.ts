import { MetricInputError } from '../../../inputs/metricInputError.ts';

/** Fraction of a column's variance up to which a residual is rounding error. */
const SINGULAR = 1e-14;

/** Relative tolerance for asymmetry and for negative eigenvalues. */
const ROUNDING = 1e-6;

/**
 * Returns ½ ln(Π |Σ_b| / |Σ|) in nats, for a `d × d` covariance whose blocks have `widths` columns.
 *
 * @throws {@link MetricInputError} if the matrix is not a covariance.
 */
export function gaussianInformation(covariance: Float64Array, widths: readonly number[]): number {
  const d = widths.reduce((sum, width) => sum + width, 0);
  requireSymmetric(covariance, d);
  let from = 0;
  let apart = 0;
  const informative = widths.flatMap((width) => {
    const columns = Array.from({ length: width }, (_, j) => from + j);
    from += width;
    const { kept, logDeterminant } = independentColumns(covariance, d, columns);
    apart += logDeterminant;
    return kept;
  });
  const { kept, logDeterminant } = independentColumns(covariance, d, informative);
  if (kept.length < informative.length) return Infinity;
  // Rounding can leave a negative value.
  return Math.max(0, (apart - logDeterminant) / 2);
}

/**
 * Finds the columns that are not linear combinations of those before, and the logarithm of their determinant, by a
 * Cholesky decomposition.
 */
function independentColumns(
  covariance: Float64Array,
  d: number,
  columns: readonly number[],
): { kept: number[]; logDeterminant: number } {
  const kept: number[] = [];
  const factors: Float64Array[] = [];
  let logDeterminant = 0;
  for (const column of columns) {
    const row = new Float64Array(kept.length + 1);
    const variance = covariance[column * d + column]!;
    let rest = variance;
    kept.forEach((other, j) => {
      let product = covariance[column * d + other]!;
      for (let i = 0; i < j; i++) product -= row[i]! * factors[j]![i]!;
      row[j] = product / factors[j]![j]!;
      rest -= row[j]! ** 2;
    });
    if (rest < -ROUNDING * Math.abs(variance) || variance < 0) {
      throw new MetricInputError(
        `covariance: expected a matrix without negative eigenvalues, got a negative conditional variance of column ${column}`,
      );
    }
    if (rest <= SINGULAR * variance) continue;
    row[kept.length] = Math.sqrt(rest);
    logDeterminant += Math.log(rest);
    kept.push(column);
    factors.push(row);
  }
  return { kept, logDeterminant };
}

function requireSymmetric(covariance: Float64Array, d: number): void {
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      const [above, below] = [covariance[j * d + i]!, covariance[i * d + j]!];
      const scale = Math.sqrt(Math.abs(covariance[i * d + i]! * covariance[j * d + j]!));
      if (Math.abs(above - below) <= ROUNDING * scale) continue;
      throw new MetricInputError(
        `covariance: expected a symmetric matrix, got ${above} at [${j}][${i}] and ${below} at [${i}][${j}]`,
      );
    }
  }
}
