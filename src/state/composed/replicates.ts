import * as z from 'zod/mini';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'replicates';

/** Snapshot of bootstrap replicates, with each state in its own format. */
interface ReplicatesSnapshot {
  /** State of the data itself. */
  readonly whole: unknown;
  /** State of each resample. */
  readonly draws: readonly unknown[];
  /** True after the first batch. */
  readonly isSeen: boolean;
  /** State of the random number generator. */
  readonly random: readonly number[];
}

/**
 * A state and the states of bootstrap resamples of the same data, for metrics whose state cannot be resampled itself.
 *
 * Merging pairs the resamples in random order, so that workers with the same seed do not produce dependent resamples.
 */
export class Replicates<State extends MetricState<State>> implements MetricState<Replicates<State>> {
  #whole: State;
  #draws: State[];
  #random: RandomSource;
  #isSeen = false;

  constructor(make: () => State, draws: number, seed: number) {
    this.#whole = make();
    this.#draws = Array.from({ length: draws }, make);
    this.#random = RandomSource.of(seed);
  }

  /** State of the data itself. */
  get whole(): State {
    return this.#whole;
  }

  /** State of each resample. */
  get draws(): readonly State[] {
    return this.#draws;
  }

  /** Sets the state of one batch, and draws its resamples. */
  take(whole: State, draw: (random: RandomSource) => State): void {
    this.#whole = whole;
    this.#draws = this.#draws.map(() => draw(this.#random));
    this.#isSeen = true;
  }

  checkMerge(other: Replicates<State>): () => void {
    const whole = prepareMerge(this.#whole, other.#whole);
    if (!other.#isSeen) return () => undefined;
    if (!this.#isSeen) {
      const copy = other.clone();
      return () => {
        this.#whole = copy.#whole;
        this.#draws = copy.#draws;
        this.#random = copy.#random;
        this.#isSeen = copy.#isSeen;
      };
    }
    const random = RandomSource.fromState(this.#random.state);
    const order = shuffled(this.#draws.length, random);
    const others = other === this ? other.#draws.map((state) => state.clone()) : other.#draws;
    const draws = this.#draws.map((state, k) => prepareMerge(state, others[order[k]!]!));
    return () => {
      this.#whole = whole();
      this.#draws = draws.map((complete) => complete());
      this.#random = random;
    };
  }

  merge(other: Replicates<State>): void {
    this.checkMerge(other)();
  }

  clone(): Replicates<State> {
    const copy = new Replicates(() => this.#whole, 0, 0);
    copy.#whole = this.#whole.clone();
    copy.#draws = this.#draws.map((state) => state.clone());
    copy.#random = RandomSource.fromState(this.#random.state);
    copy.#isSeen = this.#isSeen;
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

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  restored(snapshot: unknown, restoreState: (state: unknown) => State): Replicates<State> {
    const { whole, draws, isSeen, random } = checkSnapshot<ReplicatesSnapshot>(WHAT, replicatesSchema(), snapshot);
    if (draws.length !== this.#draws.length) {
      throw damagedSnapshot(WHAT, `draws: expected ${this.#draws.length}, got ${draws.length}`);
    }
    const restored = this.clone();
    restored.#whole = restoreState(whole);
    restored.#draws = draws.map(restoreState);
    restored.#random = RandomSource.fromState(random);
    restored.#isSeen = isSeen;
    return restored;
  }
}

/** Returns a random permutation of the integers [0, length). */
function shuffled(length: number, random: RandomSource): Int32Array {
  const order = Int32Array.from({ length }, (_, k) => k);
  for (let k = order.length - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const replicatesSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const whole = z.number().check(z.int());
  return z.strictObject({
    whole: snapshotPart('State'),
    draws: z.array(snapshotPart('State')),
    isSeen: z.boolean(),
    random: z.array(whole).check(z.length(4, { error: 'expected 4 integers' })),
  });
});
