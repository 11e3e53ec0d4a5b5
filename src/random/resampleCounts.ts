import { randomBinomial } from './randomBinomial.ts';
import type { RandomSource } from './randomSource.ts';

/** For fewer samples a cell than this, samples are drawn one by one. */
const SAMPLES_A_CELL = 4;

/**
 * Counts of as many samples, drawn with replacement from those that were counted: what a bootstrap draws,
 * multinomial, without the samples.
 *
 * A draw costs in proportion to the cells, for however many samples: each cell takes its share of what
 * those before it have left, a binomial number.
 *
 * @param counts - whole numbers, 0 or above.
 * @returns a function that makes the next draw, each time in the same array.
 */
export function resampleCounts(counts: Float64Array, random: RandomSource): () => Float64Array {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(counts.length);
  return n < SAMPLES_A_CELL * counts.length
    ? bySamples(counts, n, drawn, random)
    : byCells(counts, n, drawn, random);
}

function bySamples(
  counts: Float64Array,
  n: number,
  drawn: Float64Array,
  random: RandomSource,
): () => Float64Array {
  const cellOf = new Int32Array(n);
  let end = 0;
  counts.forEach((count, cell) => cellOf.fill(cell, end, (end += count)));
  return () => {
    drawn.fill(0);
    for (let i = 0; i < n; i++) drawn[cellOf[random.integer(n)]!]!++;
    return drawn;
  };
}

function byCells(
  counts: Float64Array,
  n: number,
  drawn: Float64Array,
  random: RandomSource,
): () => Float64Array {
  return () => {
    let [samples, weight] = [n, n];
    for (let cell = 0; cell < counts.length; cell++) {
      const count = counts[cell]!;
      const share = count >= weight ? 1 : count / weight;
      const taken = randomBinomial(samples, share, random);
      drawn[cell] = taken;
      samples -= taken;
      weight -= count;
    }
    return drawn;
  };
}
