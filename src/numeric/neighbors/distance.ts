type Values = Float64Array | Float32Array;

/** Distance between the d values of one array from index `i` on and those of another array from index `j` on. */
export type Distance = (a: Values, i: number, b: Values, j: number, d: number) => number;

/** Name of a distance between samples. */
export type NamedDistance = 'euclidean' | 'sqeuclidean' | 'manhattan' | 'cosine' | 'chebyshev' | 'minkowski';

const DISTANCE_OF_NAME: Record<NamedDistance, (p: number) => Distance> = {
  euclidean: () => distanceBetween(2),
  sqeuclidean: () => squared,
  manhattan: () => manhattan,
  cosine: () => cosine,
  chebyshev: () => chebyshev,
  minkowski: distanceBetween,
};

/** Names of distances between samples. */
export const DISTANCES: readonly string[] = /* @__PURE__ */ Object.keys(DISTANCE_OF_NAME);

/** Returns the distance with a name; `p` is the order of the Minkowski distance. */
export function distanceByName(name: NamedDistance, p = 2): Distance {
  return DISTANCE_OF_NAME[name](p);
}

/** Returns the distance of the p-norm, p ≥ 1 (Infinity for the largest difference). */
export function distanceBetween(p: number): Distance {
  if (p === 2) return (a, i, b, j, d) => Math.sqrt(squared(a, i, b, j, d));
  if (p === 1) return manhattan;
  if (p === Infinity) return chebyshev;
  return (a, i, b, j, d) => {
    // Dividing by the largest difference prevents overflow and underflow of powers.
    const largest = chebyshev(a, i, b, j, d);
    if (largest === 0) return 0;
    let sum = 0;
    for (let c = 0; c < d; c++) sum += (Math.abs(a[i + c]! - b[j + c]!) / largest) ** p;
    return largest * sum ** (1 / p);
  };
}

/** Squared Euclidean distance. */
export const squared: Distance = (a, i, b, j, d) => {
  let sum = 0;
  for (let c = 0; c < d; c++) {
    const difference = a[i + c]! - b[j + c]!;
    sum += difference * difference;
  }
  return sum;
};

/** Manhattan distance: the sum of absolute differences. */
const manhattan: Distance = (a, i, b, j, d) => {
  let sum = 0;
  for (let c = 0; c < d; c++) sum += Math.abs(a[i + c]! - b[j + c]!);
  return sum;
};

/** Chebyshev distance: the largest absolute difference. */
const chebyshev: Distance = (a, i, b, j, d) => {
  let largest = 0;
  for (let c = 0; c < d; c++) {
    const difference = Math.abs(a[i + c]! - b[j + c]!);
    if (difference > largest) largest = difference;
  }
  return largest;
};

/**
 * Cosine distance, 1 − cos of the angle. Computed as half the squared distance between unit vectors, which is
 * accurate for small angles. 1 if a sample is 0, as in scikit-learn.
 */
const cosine: Distance = (a, i, b, j, d) => {
  const [first, second] = [lengthOf(a, i, d), lengthOf(b, j, d)];
  if (first === 0 || second === 0) return 1;
  let sum = 0;
  for (let c = 0; c < d; c++) sum += (a[i + c]! / first - b[j + c]! / second) ** 2;
  return sum / 2;
};

/** Returns the Euclidean norm of d values from index `i` on, without overflow or underflow of squares. */
export function lengthOf(values: Values, i: number, d: number): number {
  let largest = 0;
  for (let c = 0; c < d; c++) largest = Math.max(largest, Math.abs(values[i + c]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let c = 0; c < d; c++) sum += (values[i + c]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
