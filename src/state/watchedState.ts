import { damagedSnapshot } from './checkSnapshot.ts';
import { Extremes } from './extremes.ts';
import type { MetricState } from './metricState.ts';
import { requireMergeable } from './requireMergeable.ts';

/** A watched state as plain JSON. */
export interface WatchedSnapshot {
  /** The state, in its own format. */
  readonly state: unknown;
  /** How often it was read. */
  readonly steps: number;
  /** Its extremes, in their format. */
  readonly extremes: unknown;
}

/**
 * A state, and the extremes of what was read from it after each change.
 *
 * @example
 * ```ts
 * import { WatchedState, WeightedSum } from 'tfjs-metrics';
 *
 * const watched = new WatchedState(new WeightedSum(), ({ total }) => [total]);
 * for (const value of [2, -3]) {
 *   watched.state.add(Float64Array.of(value), undefined);
 *   watched.watch();
 * }
 * [watched.extremes.least, watched.extremes.greatest]; // [[-1], [2]]
 * ```
 */
export class WatchedState<State extends MetricState<State>> implements MetricState<
  WatchedState<State>
> {
  /** The state itself; {@link WatchedState.watch} must be told when it has changed. */
  readonly state: State;
  readonly #read: (state: State) => readonly number[];
  #steps = 0;
  #extremes: Extremes = new Extremes();

  /** `read` gives the numbers of a state; none where they are undefined. */
  constructor(state: State, read: (state: State) => readonly number[]) {
    this.state = state;
    this.#read = read;
  }

  /** The least and the greatest that was read. */
  get extremes(): Extremes {
    return this.#extremes;
  }

  /** Reads the state after a change. */
  watch(): void {
    this.#steps++;
    const numbers = this.#read(this.state);
    const { length } = this.#extremes.least;
    if (length === 0 || length === numbers.length) this.#extremes.add(numbers);
  }

  checkMerge(other: WatchedState<State>): void {
    requireMergeable(this.state, other.state);
    this.#extremes.checkMerge(other.#extremes);
  }

  /**
   * Takes in another state in one step: what was read from that one alone was never read from this. A
   * state that was not read yet takes over the other with its extremes.
   */
  merge(other: WatchedState<State>): void {
    this.checkMerge(other);
    this.state.merge(other.state);
    if (other.#steps === 0) return;
    if (this.#steps > 0) this.watch();
    else {
      this.#steps = other.#steps;
      this.#extremes.merge(other.#extremes);
    }
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

  /** @throws {@link MetricStateError} when the snapshot is damaged. */
  restored(snapshot: unknown, restoreState: (state: unknown) => State): WatchedState<State> {
    const { state, steps, extremes } = (snapshot ?? {}) as Partial<WatchedSnapshot>;
    if (!Number.isSafeInteger(steps) || steps! < 0) {
      throw damagedSnapshot('a watched state', 'steps is no number of updates');
    }
    const restored = new WatchedState(restoreState(state), this.#read);
    restored.#steps = steps!;
    restored.#extremes = Extremes.fromJSON(extremes);
    return restored;
  }
}
