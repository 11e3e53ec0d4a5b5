import type { RandomSource } from './randomSource.ts';

/**
 * Returns row indices of a bootstrap sample: each row a Poisson(1) number of times, or exactly `length` rows with
 * replacement.
 */
export function resampledRows(length: number, sampling: 'poisson' | 'multinomial', random: RandomSource): Int32Array {
  if (sampling === 'multinomial') return Int32Array.from({ length }, () => random.integer(length));
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    // Poisson(1) by D. E. Knuth: count how often a product of uniform numbers stays above 1/e.
    for (let rest = random.uniform(); rest > Math.exp(-1); rest *= random.uniform()) rows.push(row);
  }
  return Int32Array.from(rows);
}
