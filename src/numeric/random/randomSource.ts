import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Random numbers that are the same for the same seed, on every machine. */
export class RandomSource {
  readonly #generator: RandomGenerator;

  private constructor(generator: RandomGenerator) {
    this.#generator = generator;
  }

  /** The numbers that belong to a seed, a whole number. */
  static of(seed: number): RandomSource {
    // Seeded through another generator: of neighbouring seeds, the first numbers would be alike.
    const words = mersenne(seed);
    const state = [words.next(), words.next(), words.next(), words.next()];
    return RandomSource.fromState(state);
  }

  /** The numbers that come next after those of the source whose `state` this was. */
  static fromState(state: readonly number[]): RandomSource {
    return new RandomSource(xoroshiro128plusFromState(state));
  }

  /** What {@link RandomSource.fromState} needs to go on from here. */
  get state(): readonly number[] {
    return this.#generator.getState();
  }

  /** The next number, uniform from 0 to below 1. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** The next whole number, uniform from 0 to below `end`, which is at most 2^53. */
  integer(end: number): number {
    return Math.floor(this.uniform() * end);
  }
}
