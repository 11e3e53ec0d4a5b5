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

  /** States that have seen nothing. */
  create(): StateRecord {
    return this.#map((_, metric) => metric.createState() as AnyState);
  }

  /**
   * Takes one batch into each state, or into none if this throws.
   *
   * @returns whether it was a batch to any of the metrics.
   */
  update(states: StateRecord, inputsOf: (name: string) => readonly unknown[]): boolean {
    if (this.#metrics.size === 1) {
      const [[name, metric]] = [...this.#metrics] as [[string, AnyMetric]];
      const next = updatedState(metric, states.get(name), inputsOf(name)) as AnyState | undefined;
      if (next !== undefined) states.set(name, next);
      return next !== undefined;
    }
    // One of several may refuse what another has taken: so each takes the batch into a state of its own first.
    const batch = this.create();
    let isTaken = false;
    for (const [name, metric] of this.#metrics) {
      if (metric.updateState(batch.get(name), ...inputsOf(name)) !== false) isTaken = true;
    }
    mergeBatch(states, batch);
    return isTaken;
  }

  /** The states to go on with after a reset. */
  reset(states: StateRecord): StateRecord {
    return this.#map((name, metric) => metric.resetState(states.get(name)) as AnyState);
  }

  /** @throws {@link MetricStateError} if a state is missing or damaged. */
  restore(snapshot: unknown): StateRecord {
    const states = snapshot as Record<string, unknown> | null;
    return this.#map((name, metric) => {
      if (typeof states !== 'object' || states === null || !Object.hasOwn(states, name)) {
        throw new MetricStateError(`expected a snapshot with the state "${name}"`);
      }
      return restoredState(metric, states[name]);
    });
  }

  #map(stateOf: (name: string, metric: AnyMetric) => AnyState): StateRecord {
    return new StateRecord([...this.#metrics].map(([name, metric]) => [name, stateOf(name, metric)] as const));
  }
}
