import type { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyMetric } from './metric.ts';
import { MetricRecord } from './metricRecord.ts';

/** The states of several metrics that see the same batches: one for all that have the same key. */
export class SharedStates {
  /** The first metric of each state: the one that makes it and takes batches into it. */
  readonly #owners = new Map<string, AnyMetric>();
  /** All metrics, each with the name of the state that it is read from. */
  readonly #readers: (readonly [stateName: string, metric: AnyMetric])[] = [];
  #record = new MetricRecord([]);

  /** Adds a metric; `name` is what its state is called where it is its alone. Returns the state's name. */
  join(name: string, metric: AnyMetric): string {
    const stateName = metric.stateKey ?? `own ${name}`;
    if (!this.#owners.has(stateName)) {
      this.#owners.set(stateName, metric);
      this.#record = new MetricRecord(this.#owners);
    }
    this.#readers.push([stateName, metric]);
    return stateName;
  }

  /** The name of each state, and the metric that makes it. */
  get owners(): readonly (readonly [stateName: string, metric: AnyMetric])[] {
    return [...this.#owners];
  }

  /** States that have seen nothing. */
  create(): StateRecord {
    return this.#record.create();
  }

  /** Takes one batch into each state, or into none; says whether it was a batch to any of them. */
  update(states: StateRecord, inputs: readonly unknown[]): boolean {
    return this.#record.update(states, () => inputs);
  }

  /** The states to go on with after a reset. */
  reset(states: StateRecord): StateRecord {
    return this.#record.reset(states);
  }

  /** @throws {@link MetricStateError} if a state is missing or damaged, or a metric cannot read it. */
  restore(snapshot: unknown): StateRecord {
    const states = this.#record.restore(snapshot);
    for (const [name, metric] of this.#readers) metric.validateState(states.get(name));
    return states;
  }
}
