import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Deterministic random numbers: the same seed gives the same numbers on every machine. */
export class RandomSource {
  readonly #generator: RandomGenerator;

  private constructor(generator: RandomGenerator) {
    this.#generator = generator;
  }

  /** Creates a source from a seed, a whole number. */
  static of(seed: number): RandomSource {
    // Seeded through another generator, as the first numbers of neighboring seeds would be similar otherwise.
    const words = mersenne(seed);
    const state = [words.next(), words.next(), words.next(), words.next()];
    return RandomSource.fromState(state);
  }

  /** Creates a source that continues from a `state`. */
  static fromState(state: readonly number[]): RandomSource {
    return new RandomSource(xoroshiro128plusFromState(state));
  }

  /** State for {@link RandomSource.fromState}. */
  get state(): readonly number[] {
    return this.#generator.getState();
  }

  /** Returns the next number, uniform in [0, 1). */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Returns the next whole number, uniform in [0, end); `end` is at most 2^53. */
  integer(end: number): number {
    return Math.floor(this.uniform() * end);
  }
}
