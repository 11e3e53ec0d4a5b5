import { AliasTable } from './aliasTable.ts';
import { PoissonTable } from './poissonTable.ts';
import { randomBinomial } from './randomBinomial.ts';
import type { RandomSource } from './randomSource.ts';

/** For fewer samples a cell than this, samples are drawn one by one. */
const SAMPLES_A_CELL = 4;

/** From so many cells on, tables of what they may hold are worth making. */
const MANY_CELLS = 256;

/** How many standard deviations fewer samples are aimed at, so that there are hardly ever too many. */
const SHORT_BY = 4;

/**
 * Counts of as many samples, drawn with replacement from those that were counted: what a bootstrap draws,
 * multinomial, without the samples.
 *
 * A draw costs in proportion to the cells, for however many samples.
 *
 * @param counts - whole numbers, 0 or above.
 * @returns a function that makes the next draw, each time in the same array.
 */
export function resampleCounts(counts: Float64Array, random: RandomSource): () => Float64Array {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(counts.length);
  if (n < SAMPLES_A_CELL * counts.length) return bySamples(counts, n, drawn, random);
  // Few samples are then left to be drawn one by one, fewer than there are cells.
  const isMany = counts.length >= MANY_CELLS && SHORT_BY * Math.sqrt(n) < counts.length;
  return isMany ? byPoisson(counts, n, drawn, random) : byCells(counts, n, drawn, random);
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

/**
 * Poisson numbers with means in proportion to the counts are, given their sum, multinomial. Their sum is
 * aimed a little below n; the samples that are missing are drawn one by one, and where the sum is above n,
 * all are drawn anew.
 */
function byPoisson(
  counts: Float64Array,
  n: number,
  drawn: Float64Array,
  random: RandomSource,
): () => Float64Array {
  const share = (n - SHORT_BY * Math.sqrt(n)) / n;
  const tables = new Map<number, PoissonTable>();
  for (const count of counts) {
    if (!tables.has(count)) tables.set(count, new PoissonTable(count * share));
  }
  const tableOf = Array.from(counts, (count) => tables.get(count)!);
  const cells = new AliasTable(counts);
  return () => {
    let missing = -1;
    while (missing < 0) {
      missing = n;
      for (let cell = 0; cell < counts.length; cell++) {
        missing -= drawn[cell] = tableOf[cell]!.draw(random);
      }
    }
    for (let i = 0; i < missing; i++) drawn[cells.draw(random)]!++;
    return drawn;
  };
}

/** Each cell takes its share of what those before it have left, a binomial number. */
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
