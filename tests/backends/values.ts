import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Returns n seeded uniform numbers in [0, 1) that float32 represents exactly. */
export function uniform(n: number, seed: number): Float64Array {
  const random = xoroshiro128plus(seed);
  return Float64Array.from({ length: n }, () => (random.next() >>> 9) / 2 ** 23);
}

/** Returns values from 0 to 1 that are a parabola of `x` plus noise. */
export function following(x: Float64Array, seed: number): Float64Array {
  const noise = uniform(x.length, seed);
  return x.map((value, n) => Math.fround(0.8 * (2 * value - 1) ** 2 + 0.2 * noise[n]!));
}
