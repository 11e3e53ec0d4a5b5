import { mergeBatch } from '../state/mergeBatch.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { StateRecord } from '../state/composed/stateRecord.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric } from './metric.ts';
import { restoredState } from './metricSnapshot.ts';
import { updatedState } from './updatedState.ts';

/** Metrics, each with the name of its state in a {@link StateRecord}. */
export class MetricRecord {
  readonly #metrics: ReadonlyMap<string, AnyMetric>;

  constructor(metrics: Iterable<readonly [stateName: string, metric: AnyMetric]>) {
    this.#metrics = new Map(metrics);
  }

  /** Creates empty states. */
  create(): StateRecord {
    return this.#map((_, metric) => metric.createState() as AnyState);
  }

  /**
   * Adds one batch to each state, or to none if this throws.
   *
   * @returns true if the batch counts for at least one metric.
   */
  update(states: StateRecord, inputsOf: (name: string) => readonly unknown[]): boolean {
    if (this.#metrics.size === 1) {
      const [[name, metric]] = [...this.#metrics] as [[string, AnyMetric]];
      const next = updatedState(metric, states.get(name), inputsOf(name)) as AnyState | undefined;
      if (next !== undefined) states.set(name, next);
      return next !== undefined;
    }
    // A later metric may reject a batch that an earlier one accepted, so each first adds the batch to a separate state.
    const batch = this.create();
    let isTaken = false;
    for (const [name, metric] of this.#metrics) {
      if (metric.updateState(batch.get(name), ...inputsOf(name)) !== false) isTaken = true;
    }
    mergeBatch(states, batch);
    return isTaken;
  }

  /** Returns the states after a reset. */
  reset(states: StateRecord): StateRecord {
    return this.#map((name, metric) => metric.resetState(states.get(name)) as AnyState);
  }

  /** @throws {@link MetricStateError} if a state is missing or invalid. */
  restore(snapshot: unknown): StateRecord {
    const states = snapshot as Record<string, unknown> | null;
    return this.#map((name, metric) => {
      if (typeof states !== 'object' || states === null || !Object.hasOwn(states, name)) {
        throw new MetricStateError(`snapshot of a record of metrics: expected the state "${name}", got none`);
      }
      return restoredState(metric, states[name]);
    });
  }

  #map(stateOf: (name: string, metric: AnyMetric) => AnyState): StateRecord {
    return new StateRecord([...this.#metrics].map(([name, metric]) => [name, stateOf(name, metric)] as const));
  }
}
