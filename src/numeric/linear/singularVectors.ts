/** Singular value decomposition M = Σₖ σₖ uₖ vₖᵀ, with the largest singular value first. */
export interface SingularVectors {
  readonly values: Float64Array;
  /** Vectors uₖ. */
  readonly left: readonly Float64Array[];
  /** Vectors vₖ. */
  readonly right: readonly Float64Array[];
}

/** Cosine of the angle between two columns from which they count as orthogonal. */
const ORTHOGONAL = 1e-12;
const MAX_SWEEPS = 30;

/**
 * Returns the singular vectors of a small matrix, given by its columns, by the one-sided Jacobi method: pairs of columns
 * are rotated until all are orthogonal. Singular values of 0 are left out.
 *
 * @see M. R. Hestenes, Journal of the Society for Industrial and Applied Mathematics 6 (1958).
 */
export function singularVectors(columns: readonly Float64Array[]): SingularVectors {
  const width = columns.length;
  const products = columns.map((column) => column.slice());
  const rotations = columns.map((_, j) => Float64Array.from({ length: width }, (__, i) => (i === j ? 1 : 0)));
  for (let sweep = 0, isDone = false; !isDone && sweep < MAX_SWEEPS; sweep++) {
    isDone = true;
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) {
        const [a, b, c] = sumsOf(products[p]!, products[q]!);
        if (!(Math.abs(c) > ORTHOGONAL * Math.sqrt(a * b))) continue;
        isDone = false;
        const zeta = (b - a) / (2 * c);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        const cosine = 1 / Math.hypot(1, tangent);
        rotate(products[p]!, products[q]!, cosine, cosine * tangent);
        rotate(rotations[p]!, rotations[q]!, cosine, cosine * tangent);
      }
    }
  }
  const lengths = products.map((product) => Math.sqrt(sumsOf(product, product)[0]));
  const largest = Math.max(...lengths);
  const order = lengths
    .map((_, j) => j)
    .filter((j) => lengths[j]! > largest * Number.EPSILON)
    .sort((i, j) => lengths[j]! - lengths[i]!);
  return {
    values: Float64Array.from(order, (j) => lengths[j]!),
    left: order.map((j) => products[j]!.map((value) => value / lengths[j]!)),
    right: order.map((j) => rotations[j]!),
  };
}

/** Returns Σ a², Σ b² and Σ a b. */
function sumsOf(a: Float64Array, b: Float64Array): [aa: number, bb: number, ab: number] {
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
    ab += a[i]! * b[i]!;
  }
  return [aa, bb, ab];
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const value = a[i]!;
    a[i] = cosine * value - sine * b[i]!;
    b[i] = sine * value + cosine * b[i]!;
  }
}
