import { AliasTable } from './aliasTable.ts';
import type { RandomSource } from './randomSource.ts';

/** Numbers are omitted if their probability, relative to the mode, is below this. */
const NEGLIGIBLE = 1e-18;

/** Draws Poisson numbers with a given mean in constant time. */
export class PoissonTable {
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
