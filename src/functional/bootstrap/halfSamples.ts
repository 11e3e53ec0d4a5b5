import type { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';

/** Rows of two disjoint halves of n samples, drawn at random without replacement. */
export type Halves = readonly [first: Int32Array, second: Int32Array];

/** Returns a function that draws the next two halves of n samples; an odd sample is left out. */
export function halfSamples(n: number, random: RandomSource): () => Halves {
  const order = Int32Array.from({ length: n }, (_, row) => row);
  const half = Math.floor(n / 2);
  return () => {
    shuffle(order, random);
    return [order.slice(0, half), order.slice(half, 2 * half)];
  };
}
