import { RandomSource } from '../../../../src/numeric/random/randomSource.ts';

/** Returns deterministic normal samples by the Box–Muller transform. */
export function normalSamples(n: number, seed: number): number[] {
  const random = RandomSource.of(seed);
  return Array.from({ length: n }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    return radius * Math.cos(2 * Math.PI * random.uniform());
  });
}

/** Returns samples of two normal variables with correlation rho. */
export function normalPair(n: number, rho: number, seed: number): [x: number[], y: number[]] {
  const [x, noise] = [normalSamples(n, seed), normalSamples(n, seed + 1)];
  return [x, x.map((value, i) => rho * value + Math.sqrt(1 - rho * rho) * noise[i]!)];
}
