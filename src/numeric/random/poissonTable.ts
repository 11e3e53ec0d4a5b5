import { AliasTable } from './aliasTable.ts';
import type { RandomSource } from './randomSource.ts';

/** Numbers that are left out are rarer than this, relative to the likeliest. */
const NEGLIGIBLE = 1e-18;

/** Draws Poisson numbers of one mean, each in the same time. */
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

  /** The next number. */
  draw(random: RandomSource): number {
    return this.#first + this.#places.draw(random);
  }
}
