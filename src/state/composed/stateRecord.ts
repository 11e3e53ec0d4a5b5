import type { AnyState, MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';

/**
 * Named states combined into one state, such as the state of a collection of metrics.
 */
export class StateRecord implements MetricState<StateRecord> {
  readonly #states: Map<string, AnyState>;

  constructor(states: Iterable<readonly [name: string, state: AnyState]>) {
    this.#states = new Map(states);
  }

  /** Removes the data of `other`; undefined unless all states support it. */
  get subtract(): ((other: StateRecord) => void) | undefined {
    const states = [...this.#states];
    if (states.some(([, { subtract }]) => subtract === undefined)) return undefined;
    return (other) => {
      for (const [name, state] of states) state.subtract!(other.get(name));
    };
  }

  /** True if all states are exact. */
  get isExact(): boolean {
    return [...this.#states.values()].every(({ isExact }) => isExact !== false);
  }

  /** Returns true if there is a state of this name. */
  has(name: string): boolean {
    return this.#states.has(name);
  }

  /** Returns the state of this name. */
  get(name: string): AnyState {
    return this.#states.get(name)!;
  }

  /** Returns all states with their names. */
  entries(): (readonly [name: string, state: AnyState])[] {
    return [...this.#states];
  }

  /** Sets the state of a name. */
  set(name: string, state: AnyState): void {
    this.#states.set(name, state);
  }

  checkMerge(other: StateRecord): () => void {
    const merges = this.entries().map(([name, state]) => [name, prepareMerge(state, other.get(name))] as const);
    return () => {
      for (const [name, complete] of merges) this.#states.set(name, complete());
    };
  }

  merge(other: StateRecord): void {
    this.checkMerge(other)();
  }

  clone(): StateRecord {
    return new StateRecord([...this.#states].map(([name, state]) => [name, state.clone() as AnyState] as const));
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries([...this.#states].map(([name, state]) => [name, state.toJSON()]));
  }
}
