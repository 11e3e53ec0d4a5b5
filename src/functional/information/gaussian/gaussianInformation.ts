import { MetricInputError } from '../../../inputs/metricInputError.ts';

/** A share of a column's variance this small is what rounding leaves of none. */
const NOTHING = 1e-14;

/** How far a matrix may be from symmetric and without negative eigenvalues, as a share of variances. */
const ROUNDING = 1e-6;

/**
 * ½ ln(Π |Σ_b| / |Σ|) in nats, of a covariance `d × d` whose blocks have `widths` columns.
 *
 * @throws {@link MetricInputError} when it is no covariance.
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
  // Rounding may leave less than none.
  return Math.max(0, (apart - logDeterminant) / 2);
}

/**
 * The columns that are no combination of those before, and the logarithm of their determinant: A.-L.
 * Cholesky's factors, row by row.
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
        `covariance: expected one without negative eigenvalues, but column ${column} varies less than the others say`,
      );
    }
    if (rest <= NOTHING * variance) continue;
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
        `covariance: expected a symmetric matrix, but [${j}][${i}] is ${above} and [${i}][${j}] ${below}`,
      );
    }
  }
}
