import type { MetricState } from '../metricState.ts';
import { prepareMerge } from '../prepareMerge.ts';

/** A state of whatever class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where all states are alike
export type AnyState = MetricState<any>;

/**
 * Several states under their names, as one state: what a collection of metrics remembers.
 *
 * @example
 * ```ts
 * import { ContingencyTable, StateRecord } from 'tfjs-metrics';
 *
 * const left = new StateRecord([['table', ContingencyTable.of([0, 1], [0, 1])]]);
 * const right = new StateRecord([['table', ContingencyTable.of([1], [1])]]);
 * left.merge(right);
 * (left.get('table') as ContingencyTable).toMatrix(); // [[1, 0], [0, 2]]
 * ```
 */
export class StateRecord implements MetricState<StateRecord> {
  readonly #states: Map<string, AnyState>;

  constructor(states: Iterable<readonly [name: string, state: AnyState]>) {
    this.#states = new Map(states);
  }

  /** Takes out what `other` has seen, where each of the states can do so; else undefined. */
  get subtract(): ((other: StateRecord) => void) | undefined {
    const states = [...this.#states];
    if (states.some(([, { subtract }]) => subtract === undefined)) return undefined;
    return (other) => {
      for (const [name, state] of states) state.subtract!(other.get(name));
    };
  }

  /** Whether each of the states is exact. */
  get isExact(): boolean {
    return [...this.#states.values()].every(({ isExact }) => isExact !== false);
  }

  /** Whether there is a state of this name. */
  has(name: string): boolean {
    return this.#states.has(name);
  }

  /** The state of this name. */
  get(name: string): AnyState {
    return this.#states.get(name)!;
  }

  /** All states, with their names. */
  entries(): (readonly [name: string, state: AnyState])[] {
    return [...this.#states];
  }

  /** Puts a state under a name. */
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
