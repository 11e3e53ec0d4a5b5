/** Maximum number of sweeps over all pairs of rows; six are enough for float64. */
const MAX_SWEEPS = 12;

/**
 * Returns the eigenvectors of a symmetric `d × d` matrix as columns, by Jacobi rotations (G. H. Golub and C. F. Van
 * Loan, Matrix Computations, section 8.5). Diagonalizes the matrix in place.
 */
export function principalAxes(matrix: Float64Array, d: number): Float64Array {
  const axes = new Float64Array(d * d);
  for (let i = 0; i < d; i++) axes[i * d + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const aside = matrix[p * d + q]!;
        if (aside === 0) continue;
        isDiagonal = false;
        const tau = (matrix[q * d + q]! - matrix[p * d + p]!) / (2 * aside);
        const tan = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
        const cos = 1 / Math.hypot(1, tan);
        const angle = { cos, sin: tan * cos };
        rotate(matrix, p, q, d, angle);
        rotate(matrix, p * d, q * d, 1, angle);
        rotate(axes, p, q, d, angle);
        matrix[p * d + q] = 0;
        matrix[q * d + p] = 0;
      }
    }
    if (isDiagonal) break;
  }
  return axes;
}

/** Rotates two columns or rows of a matrix in place: those that begin at `p` and `q`, with stride `step`. */
function rotate(
  matrix: Float64Array,
  p: number,
  q: number,
  step: number,
  { cos, sin }: { cos: number; sin: number },
): void {
  const d = Math.sqrt(matrix.length);
  for (let k = 0, at = 0; k < d; k++, at += step) {
    const ofP = matrix[p + at]!;
    const ofQ = matrix[q + at]!;
    matrix[p + at] = cos * ofP - sin * ofQ;
    matrix[q + at] = sin * ofP + cos * ofQ;
  }
}
