import type { RandomSource } from './randomSource.ts';

/** How rows are drawn: each a Poisson number of times, once on average, or as many as there are in all. */
export type Sampling = 'poisson' | 'multinomial';

/** Rows of `length`, drawn with replacement. */
export function resampledRows(length: number, sampling: Sampling, random: RandomSource): Int32Array {
  if (sampling === 'multinomial') return Int32Array.from({ length }, () => random.integer(length));
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    // As many times as a product of uniform numbers stays above 1/e (D. E. Knuth).
    for (let rest = random.uniform(); rest > Math.exp(-1); rest *= random.uniform()) rows.push(row);
  }
  return Int32Array.from(rows);
}
