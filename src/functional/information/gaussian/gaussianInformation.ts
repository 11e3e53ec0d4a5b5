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
  const { blocks, joint } = gaussianFactors(covariance, widths);
  const apart = blocks.reduce((sum, { logDeterminant }) => sum + logDeterminant, 0);
  const informative = blocks.reduce((sum, { kept }) => sum + kept.length, 0);
  if (joint.kept.length < informative) return Infinity;
  // Rounding can leave a negative value.
  return Math.max(0, (apart - joint.logDeterminant) / 2);
}

/** Cholesky decomposition of the columns that are not linear combinations of those before. */
export interface IndependentColumns {
  readonly kept: readonly number[];
  /** Row j of the lower triangle, for column j of `kept`. */
  readonly factors: readonly Float64Array[];
  /** Logarithm of the determinant of their covariance. */
  readonly logDeterminant: number;
}

/**
 * Decomposes the covariance of each block, and that of all their independent columns.
 *
 * @throws {@link MetricInputError} if the matrix is not a covariance.
 */
export function gaussianFactors(
  covariance: Float64Array,
  widths: readonly number[],
): { readonly blocks: readonly IndependentColumns[]; readonly joint: IndependentColumns } {
  const d = widths.reduce((sum, width) => sum + width, 0);
  requireSymmetric(covariance, d);
  let from = 0;
  const blocks = widths.map((width) => {
    const columns = Array.from({ length: width }, (_, j) => from + j);
    from += width;
    return independentColumns(covariance, d, columns);
  });
  const informative = blocks.flatMap(({ kept }) => kept);
  return { blocks, joint: independentColumns(covariance, d, informative) };
}

function independentColumns(covariance: Float64Array, d: number, columns: readonly number[]): IndependentColumns {
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
  return { kept, factors, logDeterminant };
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
