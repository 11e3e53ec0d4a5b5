import { randomBinomial } from './randomBinomial.ts';
import type { RandomSource } from './randomSource.ts';

/** With fewer samples per cell than this, samples are drawn one by one. */
const SAMPLES_PER_CELL = 4;

/** Minimum number of cells for which Poisson tables pay off. */
const MANY_CELLS = 256;

/** Number of standard deviations by which the Poisson mean stays below n, so that n is rarely exceeded. */
const SHORT_BY = 4;

/**
 * Returns a function that draws the counts of n samples over cells with given weights: a multinomial draw, as in a
 * bootstrap, without the samples themselves.
 *
 * The time per draw is proportional to the number of cells and does not depend on n.
 *
 * @param weights - the non-negative relative frequency of each cell; for a bootstrap, the counts.
 * @param n - the number of samples per draw. Default: the sum of the weights.
 * @returns a function that makes the next draw; it returns the same array each time.
 */
export function resampleCounts(
  weights: Float64Array,
  random: RandomSource,
  n: number = weights.reduce((sum, weight) => sum + weight, 0),
): () => Float64Array {
  const drawn = new Float64Array(weights.length);
  if (n < SAMPLES_PER_CELL * weights.length) return bySamples(weights, n, drawn, random);
  // Then fewer samples than cells remain to be drawn one by one.
  const isMany = weights.length >= MANY_CELLS && SHORT_BY * Math.sqrt(n) < weights.length;
  return isMany ? byPoisson(weights, n, drawn, random) : byCells(weights, n, drawn, random);
}

function bySamples(weights: Float64Array, n: number, drawn: Float64Array, random: RandomSource): () => Float64Array {
  const cells = new AliasTable(weights);
  return () => {
    drawn.fill(0);
    for (let i = 0; i < n; i++) drawn[cells.draw(random)]!++;
    return drawn;
  };
}

/**
 * Independent Poisson numbers with means proportional to the weights are multinomial, given their sum. The means add
 * up to slightly less than n. Missing samples are drawn one by one; if the sum exceeds n, all numbers are drawn
 * again.
 */
function byPoisson(weights: Float64Array, n: number, drawn: Float64Array, random: RandomSource): () => Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scale = (n - SHORT_BY * Math.sqrt(n)) / total;
  const tables = new Map<number, PoissonTable>();
  for (const weight of weights) {
    if (!tables.has(weight)) tables.set(weight, new PoissonTable(weight * scale));
  }
  const tableOf = Array.from(weights, (weight) => tables.get(weight)!);
  const cells = new AliasTable(weights);
  return () => {
    let missing = -1;
    while (missing < 0) {
      missing = n;
      for (let cell = 0; cell < weights.length; cell++) {
        missing -= drawn[cell] = tableOf[cell]!.draw(random);
      }
    }
    for (let i = 0; i < missing; i++) drawn[cells.draw(random)]!++;
    return drawn;
  };
}

/** Each cell gets a binomial number of the samples that remain after the cells before it. */
function byCells(weights: Float64Array, n: number, drawn: Float64Array, random: RandomSource): () => Float64Array {
  const last = weights.reduce((latest, weight, cell) => (weight > 0 ? cell : latest), 0);
  // Summed from the end, so that rounding errors give no sample to a cell of weight 0.
  const rest = new Float64Array(weights.length + 1);
  for (let cell = weights.length - 1; cell >= 0; cell--) rest[cell] = rest[cell + 1]! + weights[cell]!;
  return () => {
    let samples = n;
    for (let cell = 0; cell < weights.length; cell++) {
      const share = cell === last ? 1 : Math.min(1, weights[cell]! / rest[cell]!);
      const taken = samples === 0 ? 0 : randomBinomial(samples, share, random);
      drawn[cell] = taken;
      samples -= taken;
    }
    return drawn;
  };
}

/** Numbers are omitted if their probability, relative to the mode, is below this. */
const NEGLIGIBLE = 1e-18;

/** Draws Poisson numbers with a given mean in constant time. */
class PoissonTable {
  readonly #first: number;
  readonly #places: AliasTable;

  constructor(mean: number) {
    const mode = Math.floor(mean);
    const below: number[] = [];
    for (let k = mode, weight = 1; k > 0 && weight > NEGLIGIBLE; k--) below.push((weight *= k / mean));
    const from: number[] = [];
    for (let k = mode, weight = 1; weight > NEGLIGIBLE; k++, weight *= mean / k) from.push(weight);
    this.#first = mode - below.length;
    this.#places = new AliasTable([...below.reverse(), ...from]);
  }

  /** Draws the next number. */
  draw(random: RandomSource): number {
    return this.#first + this.#places.draw(random);
  }
}

/**
 * Draws indices with given weights in constant time by the alias method of M. D. Vose, IEEE Transactions on Software
 * Engineering 17 (1991) 972–975.
 */
export class AliasTable {
  /** Probability of each index in its own column; the rest belongs to its alias. */
  readonly #own: Float64Array;
  readonly #alias: Int32Array;

  /** @param weights - non-negative weights, at least one of them positive. */
  constructor(weights: ArrayLike<number>) {
    const size = weights.length;
    const mean = (Array.prototype.reduce.call(weights, (a, b) => a + b, 0) as number) / size;
    this.#own = Float64Array.from(weights, (weight) => weight / mean);
    this.#alias = Int32Array.from({ length: size }, (_, place) => place);
    const [small, large]: [number[], number[]] = [[], []];
    this.#own.forEach((own, place) => (own < 1 ? small : large).push(place));
    while (small.length > 0 && large.length > 0) {
      const [low, high] = [small.pop()!, large.at(-1)!];
      this.#alias[low] = high;
      this.#own[high]! -= 1 - this.#own[low]!;
      if (this.#own[high]! < 1) small.push(large.pop()!);
    }
    // Left over by rounding errors: their exact probability is 1.
    for (const place of [...small, ...large]) this.#own[place] = 1;
  }

  /** Draws the next index. */
  draw(random: RandomSource): number {
    // The integer part selects the column; the fraction selects the index or its alias.
    const at = random.uniform() * this.#own.length;
    const place = Math.floor(at);
    return at - place < this.#own[place]! ? place : this.#alias[place]!;
  }
}
