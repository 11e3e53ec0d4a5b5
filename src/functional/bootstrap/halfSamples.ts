import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';

/** Row indices of two disjoint random halves of n samples. */
type Halves = readonly [first: Int32Array, second: Int32Array];

/** Returns a function that draws two random halves of n samples on each call. If n is odd, one sample is in neither. */
export function halfSamples(n: number, random: RandomSource): () => Halves {
  const order = Int32Array.from({ length: n }, (_, row) => row);
  const half = Math.floor(n / 2);
  return () => {
    shuffle(order, random);
    return [order.slice(0, half), order.slice(half, 2 * half)];
  };
}
