import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'epochs';

/** State of one epoch. */
interface EpochState<State> {
  /** The state of the metric. */
  readonly state: State;
  /** Number of batches. */
  readonly updates: number;
}

/**
 * Consecutive states, one for each epoch. The last epoch is open: it receives new batches.
 */
export class EpochStates<State extends MetricState<State>> implements MetricState<EpochStates<State>> {
  readonly #make: () => State;
  #epochs: EpochState<State>[];

  constructor(make: () => State) {
    this.#make = make;
    this.#epochs = [{ state: make(), updates: 0 }];
  }

  /** Epochs with at least one batch. */
  get seen(): readonly EpochState<State>[] {
    return this.#epochs.filter(({ updates }) => updates > 0);
  }

  /** State of the open epoch. */
  get current(): State {
    return this.#epochs.at(-1)!.state;
  }

  /** Counts a batch. `state` is the updated state: the current one, or a copy that replaces it. */
  count(state: State = this.current): void {
    const { updates } = this.#epochs.pop()!;
    this.#epochs.push({ state, updates: updates + 1 });
  }

  /** Opens a new epoch, unless the open one has no batches. */
  open(): void {
    if (this.#epochs.at(-1)!.updates > 0) this.#epochs.push({ state: this.#make(), updates: 0 });
  }

  checkMerge(other: EpochStates<State>): () => void {
    const pairs = this.#pairs(other);
    const earlier = this.#epochs.slice(0, -pairs.length);
    const more = other.#epochs.slice(0, -pairs.length).map(({ state, updates }) => ({ state: state.clone(), updates }));
    const merges = pairs.map(([own, others]) => ({
      complete: prepareMerge(own.state, others.state),
      updates: own.updates + others.updates,
    }));
    return () => {
      const merged = merges.map(({ complete, updates }) => ({ state: complete(), updates }));
      this.#epochs = [...earlier, ...more, ...merged];
    };
  }

  /** Merges epochs pairwise from the end: the open epochs, then the epochs before them, and so on. */
  merge(other: EpochStates<State>): void {
    this.checkMerge(other)();
  }

  clone(): EpochStates<State> {
    const copy = new EpochStates(this.#make);
    copy.#epochs = this.#epochs.map(({ state, updates }) => ({ state: state.clone(), updates }));
    return copy;
  }

  toJSON(): {
    /** The epochs, oldest first. */
    readonly epochs: readonly EpochState<unknown>[];
  } {
    return {
      epochs: this.#epochs.map(({ state, updates }) => ({ state: state.toJSON(), updates })),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  restored(snapshot: unknown, restoreEpoch: (state: unknown) => State): EpochStates<State> {
    const { epochs } = checkSnapshot<{ epochs: EpochState<unknown>[] }>(WHAT, epochStatesSchema(), snapshot);
    if (epochs.slice(0, -1).some(({ updates }) => updates === 0)) {
      throw damagedSnapshot(WHAT, 'epochs: expected batches in all but the last epoch, got an empty one');
    }
    const restored = new EpochStates(this.#make);
    restored.#epochs = epochs.map(({ state, updates }) => ({
      state: restoreEpoch(state),
      updates,
    }));
    return restored;
  }

  /** Pairs each epoch with the epoch of `other` to merge into it. */
  #pairs(other: EpochStates<State>): (readonly [own: EpochState<State>, others: EpochState<State>])[] {
    const length = Math.min(this.#epochs.length, other.#epochs.length);
    const others = other.#epochs.slice(-length);
    return this.#epochs.slice(-length).map((own, k) => [own, others[k]!] as const);
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const epochStatesSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const updates = z.number().check(z.int(), z.nonnegative());
  const epochs = z.array(z.strictObject({ state: snapshotPart('State'), updates }));
  return z.strictObject({ epochs: epochs.check(z.minLength(1)) });
});
