/** So often are all pairs of rows turned at the most; six times is enough for numbers of 64 bits. */
const SWEEPS = 12;

/**
 * The eigenvectors of a symmetric matrix `d × d` as columns: C. G. J. Jacobi's rotations (G. H. Golub and
 * C. F. Van Loan, Matrix Computations, section 8.5). The matrix is diagonal thereafter.
 */
export function principalAxes(matrix: Float64Array, d: number): Float64Array {
  const axes = new Float64Array(d * d);
  for (let i = 0; i < d; i++) axes[i * d + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const aside = matrix[p * d + q]!;
        if (aside === 0) continue;
        isDiagonal = false;
        const tau = (matrix[q * d + q]! - matrix[p * d + p]!) / (2 * aside);
        const tan = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
        const cos = 1 / Math.hypot(1, tan);
        turn(matrix, d, p, q, cos, tan * cos);
        turnColumns(axes, d, p, q, cos, tan * cos);
        matrix[p * d + q] = 0;
        matrix[q * d + p] = 0;
      }
    }
    if (isDiagonal) break;
  }
  return axes;
}

function turn(
  matrix: Float64Array,
  d: number,
  p: number,
  q: number,
  cos: number,
  sin: number,
): void {
  turnColumns(matrix, d, p, q, cos, sin);
  for (let j = 0; j < d; j++) {
    const ofP = matrix[p * d + j]!;
    const ofQ = matrix[q * d + j]!;
    matrix[p * d + j] = cos * ofP - sin * ofQ;
    matrix[q * d + j] = sin * ofP + cos * ofQ;
  }
}

function turnColumns(
  matrix: Float64Array,
  d: number,
  p: number,
  q: number,
  cos: number,
  sin: number,
): void {
  for (let i = 0; i < d; i++) {
    const ofP = matrix[i * d + p]!;
    const ofQ = matrix[i * d + q]!;
    matrix[i * d + p] = cos * ofP - sin * ofQ;
    matrix[i * d + q] = sin * ofP + cos * ofQ;
  }
}
