import type { RandomSource } from './randomSource.ts';

/**
 * Draws places with given weights, each in the same time however many there are: the alias method, by
 * M. D. Vose, IEEE Transactions on Software Engineering 17 (1991) 972–975.
 */
export class AliasTable {
  /** How much of each place is its own; the rest is that of its alias. */
  readonly #own: Float64Array;
  readonly #alias: Int32Array;

  /** @param weights - 0 or above, not all of them 0. */
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
    // What rounding leaves over is whole.
    for (const place of [...small, ...large]) this.#own[place] = 1;
  }

  /** The next place. */
  draw(random: RandomSource): number {
    // One number says which place, and what is left of it whether the place or its alias.
    const at = random.uniform() * this.#own.length;
    const place = Math.floor(at);
    return at - place < this.#own[place]! ? place : this.#alias[place]!;
  }
}
