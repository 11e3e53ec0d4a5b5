import { MetricStateError } from '../state/metricStateError.ts';
import { StateRecord, type AnyState } from '../state/stateRecord.ts';
import type { AnyMetric } from './anyMetric.ts';

/** The states of several metrics that see the same batches: one for all that have the same key. */
export class SharedStates {
  /** The first metric of each state: the one that makes it and takes batches into it. */
  readonly #owners = new Map<string, AnyMetric>();

  /** Adds a metric; `name` is what its state is called where it is its alone. Returns the state's name. */
  join(name: string, metric: AnyMetric): string {
    const stateName = metric.stateKey ?? `own ${name}`;
    if (!this.#owners.has(stateName)) this.#owners.set(stateName, metric);
    return stateName;
  }

  /** The name of each state, and the metric that makes it. */
  get owners(): readonly (readonly [stateName: string, metric: AnyMetric])[] {
    return [...this.#owners];
  }

  /** States that have seen nothing. */
  create(): StateRecord {
    return new StateRecord(
      this.owners.map(([name, metric]) => [name, metric.createState() as AnyState] as const),
    );
  }

  /** Takes one batch into each state, or into none; says whether it was a batch to any of them. */
  update(states: StateRecord, inputs: readonly unknown[]): boolean {
    if (this.#owners.size === 1) return this.#updateAll(states, inputs);
    // With several states, one may refuse what another has taken: so all of them take it apart first.
    const batch = this.create();
    const isTaken = this.#updateAll(batch, inputs);
    states.merge(batch);
    return isTaken;
  }

  /** @throws {@link MetricStateError} when a state is missing or damaged. */
  restore(snapshot: unknown): StateRecord {
    return restoreRecord(this.owners, snapshot);
  }

  #updateAll(states: StateRecord, inputs: readonly unknown[]): boolean {
    let isTaken = false;
    for (const [stateName, metric] of this.#owners) {
      if (metric.updateState(states.get(stateName), ...inputs) !== false) isTaken = true;
    }
    return isTaken;
  }
}

/**
 * The states of metrics from a snapshot of them all.
 *
 * @throws {@link MetricStateError} when a state is missing or damaged.
 */
export function restoreRecord(
  metrics: readonly (readonly [stateName: string, metric: AnyMetric])[],
  snapshot: unknown,
): StateRecord {
  const states = snapshot as Record<string, unknown> | null;
  return new StateRecord(
    metrics.map(([stateName, metric]) => {
      if (typeof states !== 'object' || states === null || !Object.hasOwn(states, stateName)) {
        throw new MetricStateError(`expected a snapshot with the state "${stateName}"`);
      }
      return [stateName, metric.restoreState(states[stateName]) as AnyState] as const;
    }),
  );
}
