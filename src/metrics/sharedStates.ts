import type { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyMetric } from './metric.ts';
import { MetricRecord } from './metricRecord.ts';

/** States of several metrics with the same batches. Metrics with equal keys share a state. */
export class SharedStates {
  /** Metric that creates and updates each state: the first, or the first that accepts class scores. */
  readonly #owners = new Map<string, AnyMetric>();
  /** All metrics, each with the name of its state. */
  readonly #readers: (readonly [stateName: string, metric: AnyMetric])[] = [];
  #record = new MetricRecord([]);

  /** Adds a metric and returns the name of its state. `name` identifies the state if it is not shared. */
  join(name: string, metric: AnyMetric): string {
    const stateName = metric.stateKey ?? `own ${name}`;
    const owner = this.#owners.get(stateName);
    if (owner === undefined || (metric.acceptsScores && !owner.acceptsScores)) {
      this.#owners.set(stateName, metric);
      this.#record = new MetricRecord(this.#owners);
    }
    this.#readers.push([stateName, metric]);
    return stateName;
  }

  /** Name of each state, and the metric that creates it. */
  get owners(): readonly (readonly [stateName: string, metric: AnyMetric])[] {
    return [...this.#owners];
  }

  /** Creates empty states. */
  create(): StateRecord {
    return this.#record.create();
  }

  /** Adds one batch to each state, or to none if this throws. Returns true if the batch counts for at least one. */
  update(states: StateRecord, inputs: readonly unknown[]): boolean {
    return this.#record.update(states, () => inputs);
  }

  /** Returns the states after a reset. */
  reset(states: StateRecord): StateRecord {
    return this.#record.reset(states);
  }

  /** @throws {@link MetricStateError} if a state is missing, or invalid for a metric. */
  restore(snapshot: unknown): StateRecord {
    const states = this.#record.restore(snapshot);
    for (const [name, metric] of this.#readers) metric.validateState(states.get(name));
    return states;
  }
}
