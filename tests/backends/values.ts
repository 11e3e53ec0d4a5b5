import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** N numbers from 0 to 1, the same for the same seed; float32 holds each of them exactly. */
export function uniform(n: number, seed: number): Float64Array {
  const random = xoroshiro128plus(seed);
  return Float64Array.from({ length: n }, () => (random.next() >>> 9) / 2 ** 23);
}

/** Values that follow `x` in a curve, with some noise; from 0 to 1. */
export function following(x: Float64Array, seed: number): Float64Array {
  const noise = uniform(x.length, seed);
  return x.map((value, n) => Math.fround(0.8 * (2 * value - 1) ** 2 + 0.2 * noise[n]!));
}
