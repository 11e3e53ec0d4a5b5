import type { NamedDistance } from './distanceCheck.ts';

type Values = Float64Array | Float32Array;

/** The distance of the d values from index `i` on to those of another array from index `j` on. */
export type Distance = (a: Values, i: number, b: Values, j: number, d: number) => number;

/** Returns a distance by its name; `p` is the order of the Minkowski distance. */
export function distanceByName(name: NamedDistance, p = 2): Distance {
  if (name === 'sqeuclidean') return squared;
  if (name === 'cosine') return cosine;
  return distanceBetween({ euclidean: 2, manhattan: 1, chebyshev: Infinity, minkowski: p }[name]);
}

/** The distance of the p-norm, p ≥ 1 (Infinity for the largest difference). */
export function distanceBetween(p: number): Distance {
  if (p === 2) return (a, i, b, j, d) => Math.sqrt(squared(a, i, b, j, d));
  if (p === 1) return manhattan;
  if (p === Infinity) return chebyshev;
  return (a, i, b, j, d) => {
    // Divided by the largest, so that no power leaves the range of numbers.
    const largest = chebyshev(a, i, b, j, d);
    if (largest === 0) return 0;
    let sum = 0;
    for (let c = 0; c < d; c++) sum += (Math.abs(a[i + c]! - b[j + c]!) / largest) ** p;
    return largest * sum ** (1 / p);
  };
}

/** The squared Euclidean distance. */
export const squared: Distance = (a, i, b, j, d) => {
  let sum = 0;
  for (let c = 0; c < d; c++) {
    const difference = a[i + c]! - b[j + c]!;
    sum += difference * difference;
  }
  return sum;
};

/** The sum of the differences. */
export const manhattan: Distance = (a, i, b, j, d) => {
  let sum = 0;
  for (let c = 0; c < d; c++) sum += Math.abs(a[i + c]! - b[j + c]!);
  return sum;
};

/** The largest difference. */
export const chebyshev: Distance = (a, i, b, j, d) => {
  let largest = 0;
  for (let c = 0; c < d; c++) {
    const difference = Math.abs(a[i + c]! - b[j + c]!);
    if (difference > largest) largest = difference;
  }
  return largest;
};

/**
 * 1 − cos of the angle: half the squared distance of the directions, so that small angles lose no digits. 1 where a
 * sample is 0, as in scikit-learn.
 */
const cosine: Distance = (a, i, b, j, d) => {
  const [first, second] = [lengthOf(a, i, d), lengthOf(b, j, d)];
  if (first === 0 || second === 0) return 1;
  let sum = 0;
  for (let c = 0; c < d; c++) sum += (a[i + c]! / first - b[j + c]! / second) ** 2;
  return sum / 2;
};

/** The Euclidean length of d values from index `i` on; their squares neither overflow nor underflow. */
export function lengthOf(values: Values, i: number, d: number): number {
  let largest = 0;
  for (let c = 0; c < d; c++) largest = Math.max(largest, Math.abs(values[i + c]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let c = 0; c < d; c++) sum += (values[i + c]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
