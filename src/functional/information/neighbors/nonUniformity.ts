import { KdTree } from '../../../numeric/neighbors/kdTree.ts';
import { eachNeighborhood } from '../../../numeric/neighbors/kthDistances.ts';
import type { Points } from '../../../numeric/neighbors/points.ts';

/**
 * Returns the correction of each sample's estimate, in nats, for neighbors that do not fill their bounding box
 * uniformly: ln(V/V′) if V′ < α V, else 0. V is the volume of the box of a sample's k neighbors along the coordinate
 * axes, centered on the sample, and V′ the volume of the box along their principal axes.
 */
export function nonUniformity(joint: Points, k: number, alpha: number): Float64Array {
  const tree = KdTree.of(joint);
  const { n, d, data } = tree;
  const offsets = new Float64Array(k * d);
  const corrections = new Float64Array(n);
  eachNeighborhood(tree, k, 'chebyshev', (place, { places }) => {
    for (let rank = 0; rank < k; rank++) {
      for (let j = 0; j < d; j++) {
        offsets[rank * d + j] = data[places[rank]! * d + j]! - data[place * d + j]!;
      }
    }
    const box = logVolume(offsets, d);
    // Flat along a coordinate axis: there are no oblique axes to correct for.
    if (box === -Infinity) return;
    const oblique = logVolume(rotated(offsets, d), d);
    if (oblique < box + Math.log(alpha)) corrections[place] = box - oblique;
  });
  return corrections;
}

/** Returns Σ ln of the largest absolute offset along each of the d axes. */
function logVolume(offsets: Float64Array, d: number): number {
  let volume = 0;
  for (let j = 0; j < d; j++) {
    let largest = 0;
    for (let at = j; at < offsets.length; at += d) {
      largest = Math.max(largest, Math.abs(offsets[at]!));
    }
    volume += Math.log(largest);
  }
  return volume;
}

/** Returns the offsets along their principal axes. */
function rotated(offsets: Float64Array, d: number): Float64Array {
  const products = new Float64Array(d * d);
  for (let row = 0; row < offsets.length; row += d) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) products[i * d + j]! += offsets[row + i]! * offsets[row + j]!;
    }
  }
  const axes = principalAxes(products, d);
  return offsets.map((_, at) => {
    const row = at - (at % d);
    let along = 0;
    for (let j = 0; j < d; j++) along += axes[j * d + (at % d)]! * offsets[row + j]!;
    return along;
  });
}

/** Maximum number of sweeps over all pairs of rows; six are enough for float64. */
const MAX_SWEEPS = 12;

/**
 * Returns the eigenvectors of a symmetric `d × d` matrix as columns, by Jacobi rotations (G. H. Golub and C. F. Van
 * Loan, Matrix Computations, section 8.5). Diagonalizes the matrix in place.
 */
function principalAxes(matrix: Float64Array, d: number): Float64Array {
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
