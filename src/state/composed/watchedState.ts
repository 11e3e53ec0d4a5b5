import * as z from 'zod/mini';
import { checkSnapshot } from '../checkSnapshot.ts';
import { Extremes } from '../moments/extremes.ts';
import type { MetricState } from '../metricState.ts';
import { snapshotPart } from '../snapshotPart.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

/** Snapshot of a watched state. */
interface WatchedSnapshot {
  /** The state, in its own format. */
  readonly state: unknown;
  /** Number of times the state was read. */
  readonly steps: number;
  /** The extremes, in their own format. */
  readonly extremes: unknown;
}

/**
 * A state, and the minimum and maximum of the values read from it after each change.
 */
export class WatchedState<State extends MetricState<State>> implements MetricState<WatchedState<State>> {
  /** The state itself. Call {@link WatchedState.watch} after each change. */
  readonly state: State;
  readonly #read: (state: State) => readonly number[];
  #steps = 0;
  #extremes: Extremes = new Extremes();

  /** `read` returns the values of a state, or an empty array if they are undefined. */
  constructor(state: State, read: (state: State) => readonly number[]) {
    this.state = state;
    this.#read = read;
  }

  /** Minimum and maximum of the values read. */
  get extremes(): Extremes {
    return this.#extremes;
  }

  /** Reads the values after a change. */
  watch(): void {
    this.#steps++;
    const numbers = this.#read(this.state);
    const { length } = this.#extremes.least;
    if (length === 0 || length === numbers.length) this.#extremes.add(numbers);
  }

  /**
   * Merges another state as one step: the values of the merged state count, not those that `other` had before. A state
   * that was never read takes over the extremes of `other`.
   *
   * There is no `checkMerge`, because reading the merged state may throw.
   */
  merge(other: WatchedState<State>): void {
    this.state.merge(other.state);
    if (this.#steps > 0 && other.#steps > 0) this.watch();
    if (this.#steps > 0) return;
    this.#steps = other.#steps;
    this.#extremes.merge(other.#extremes);
  }

  /** Returns a watched state with a new `state`, such as after a reset, and the same extremes. */
  restarted(state: State): WatchedState<State> {
    const restarted = new WatchedState(state, this.#read);
    restarted.#extremes = this.#extremes.clone();
    return restarted;
  }

  clone(): WatchedState<State> {
    const copy = new WatchedState(this.state.clone(), this.#read);
    copy.#steps = this.#steps;
    copy.#extremes = this.#extremes.clone();
    return copy;
  }

  toJSON(): WatchedSnapshot {
    const [state, extremes] = [this.state.toJSON(), this.#extremes.toJSON()];
    return { state, steps: this.#steps, extremes };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  restored(snapshot: unknown, restoreState: (state: unknown) => State): WatchedState<State> {
    const { state, steps, extremes } = checkSnapshot<WatchedSnapshot>(
      'a watched state',
      watchedStateSchema(),
      snapshot,
    );
    const restored = new WatchedState(restoreState(state), this.#read);
    restored.#steps = steps;
    restored.#extremes = Extremes.fromJSON(extremes);
    return restored;
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const watchedStateSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({
    state: snapshotPart('State'),
    steps: z.number().check(z.int(), z.nonnegative()),
    extremes: snapshotPart('Extremes'),
  }),
);
