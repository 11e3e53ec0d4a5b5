import { RandomSource } from '../random/randomSource.ts';
import { damagedSnapshot } from './checkSnapshot.ts';
import type { MetricState } from './metricState.ts';
import { requireMergeable } from './requireMergeable.ts';

/** Replicates as plain JSON, with states in their own format. */
export interface ReplicatesSnapshot {
  /** What was seen. */
  readonly whole: unknown;
  /** What was drawn of it. */
  readonly draws: readonly unknown[];
  /** Whether anything was seen. */
  readonly isSeen: boolean;
  /** Where the random numbers have got to. */
  readonly random: readonly number[];
}

/**
 * A state, and states of as many samples drawn from its own, for a bootstrap of what no table can be drawn
 * from.
 *
 * When replicates are merged, they are matched at random: those of batches or workers that drew the same
 * random numbers do not depend on each other for it.
 */
export class Replicates<State extends MetricState<State>> implements MetricState<
  Replicates<State>
> {
  #whole: State;
  #draws: State[];
  #random: RandomSource;
  #isSeen = false;

  constructor(make: () => State, draws: number, seed: number) {
    this.#whole = make();
    this.#draws = Array.from({ length: draws }, make);
    this.#random = RandomSource.of(seed);
  }

  /** What was seen. */
  get whole(): State {
    return this.#whole;
  }

  /** What was drawn of it. */
  get draws(): readonly State[] {
    return this.#draws;
  }

  /** Becomes the replicates of one batch. */
  take(whole: State, draw: (random: RandomSource) => State): void {
    this.#whole = whole;
    this.#draws = this.#draws.map(() => draw(this.#random));
    this.#isSeen = true;
  }

  checkMerge(other: Replicates<State>): void {
    requireMergeable(this.#whole, other.#whole);
  }

  merge(other: Replicates<State>): void {
    this.checkMerge(other);
    if (!other.#isSeen) return;
    if (!this.#isSeen) {
      this.#adopt(other);
      return;
    }
    const order = this.#shuffled();
    // Copies, for `other` may be these replicates themselves.
    const others = other.#draws.map((state) => state.clone());
    this.#whole.merge(other.#whole);
    this.#draws.forEach((state, k) => state.merge(others[order[k]!]!));
  }

  clone(): Replicates<State> {
    const copy = new Replicates(() => this.#whole, 0, 0);
    copy.#adopt(this);
    return copy;
  }

  toJSON(): ReplicatesSnapshot {
    return {
      whole: this.#whole.toJSON(),
      draws: this.#draws.map((state) => state.toJSON()),
      isSeen: this.#isSeen,
      random: [...this.#random.state],
    };
  }

  /** @throws {@link MetricStateError} when the snapshot is damaged. */
  restored(snapshot: unknown, restoreState: (state: unknown) => State): Replicates<State> {
    const { whole, draws, isSeen, random } = (snapshot ?? {}) as Partial<ReplicatesSnapshot>;
    const isRandom = Array.isArray(random) && random.length === 4 && random.every(Number.isInteger);
    if (!isRandom || typeof isSeen !== 'boolean' || draws?.length !== this.#draws.length) {
      throw damagedSnapshot(
        'replicates',
        `expected ${this.#draws.length} draws and their random state`,
      );
    }
    const restored = this.clone();
    restored.#whole = restoreState(whole);
    restored.#draws = draws.map(restoreState);
    restored.#random = RandomSource.fromState(random);
    restored.#isSeen = isSeen;
    return restored;
  }

  #adopt(other: Replicates<State>): void {
    this.#whole = other.#whole.clone();
    this.#draws = other.#draws.map((state) => state.clone());
    this.#random = RandomSource.fromState(other.#random.state);
    this.#isSeen = other.#isSeen;
  }

  /** The places of all draws, in an order of chance. */
  #shuffled(): Int32Array {
    const order = Int32Array.from(this.#draws, (_, k) => k);
    for (let k = order.length - 1; k > 0; k--) {
      const other = this.#random.integer(k + 1);
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    return order;
  }
}
