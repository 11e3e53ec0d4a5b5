import type { RandomSource } from './randomSource.ts';

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
