import type { PairOptions } from '../inputs/labelPairs.ts';
import { readClassLabels } from '../inputs/classification/readClassLabels.ts';
import type { StateRecord } from '../state/composed/stateRecord.ts';
import { ContingencyMetric } from './families/contingencyMetric.ts';
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

  /** Creates empty states. */
  create(): StateRecord {
    return this.#record.create();
  }

  /**
   * Adds one batch to each state, or to none if this throws. If a metric accepts the output of a classifier, scores of
   * two labelings that share a state with none of these get the predicted classes, read with the options of the first
   * such metric.
   *
   * @returns true if the batch counts for at least one state.
   */
  update(states: StateRecord, inputs: readonly unknown[]): boolean {
    const reader = this.#reader;
    let labels: readonly unknown[] | undefined;
    return this.#record.update(states, (name) => {
      const owner = this.#owners.get(name)!;
      if (!reader || owner.acceptsScores || !(owner instanceof ContingencyMetric)) return inputs;
      return (labels ??= withClassLabels(inputs, reader.options));
    });
  }

  /** The first owner that accepts the output of a classifier. */
  get #reader(): AnyMetric | undefined {
    for (const owner of this.#owners.values()) if (owner.acceptsScores) return owner;
    return undefined;
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

/** Returns the arguments of an update with predictions and targets as labels. */
function withClassLabels(inputs: readonly unknown[], options: object): readonly unknown[] {
  const [preds, target, ...rest] = inputs;
  if (target === undefined) return inputs;
  const [batch] = rest as [PairOptions | undefined];
  const labels = readClassLabels(preds, target, { ...options, sampleWeight: batch?.sampleWeight });
  if (labels.sampleWeight === undefined) return [labels.preds, labels.target, ...rest];
  return [labels.preds, labels.target, { ...batch, sampleWeight: labels.sampleWeight }];
}
