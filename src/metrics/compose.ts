import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { StateRecord } from '../state/composed/stateRecord.ts';
import { requireFresh } from './requireFresh.ts';
import { Metric } from './metric.ts';
import { SharedStates } from './sharedStates.ts';

/** Metric whose value is a number. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a metric of whatever state and options
export type NumberMetric<Inputs extends readonly unknown[]> = Metric<Inputs, number, any, any>;

/** Metric computed from the values of other metrics. */
export type Composition<Inputs extends readonly unknown[]> = Metric<Inputs, number, StateRecord>;

class ComposedMetric<Inputs extends readonly unknown[]> extends Metric<Inputs, number, StateRecord> {
  static override readonly metricName = 'Composition';

  readonly #combine: (...values: number[]) => number;
  readonly #operands: readonly (NumberMetric<Inputs> | number)[];
  readonly #states = new SharedStates();
  /** Each distinct metric, and the name of the state that it is computed from. */
  readonly #stateNames = new Map<NumberMetric<Inputs>, string>();

  constructor(combine: (...values: number[]) => number, operands: readonly (NumberMetric<Inputs> | number)[]) {
    super();
    this.#combine = combine;
    this.#operands = operands.map((operand, k) => {
      if (typeof operand === 'number') return operand;
      requireFresh('compose', `operand ${k + 1}`, operand);
      const name = String(this.#stateNames.size);
      if (!this.#stateNames.has(operand)) {
        this.#stateNames.set(operand, this.#states.join(name, operand));
      }
      return operand;
    });
    if (typeof combine !== 'function' || this.#stateNames.size === 0) {
      throw new MetricInputError('compose: expected a function followed by at least one metric, got other arguments');
    }
  }

  override allowsRepeatedSamples(inputs?: Inputs): boolean {
    return [...this.#stateNames.keys()].every((metric) => metric.allowsRepeatedSamples(inputs));
  }

  override validate(...inputs: Inputs): void {
    for (const metric of this.#stateNames.keys()) metric.validate(...inputs);
  }

  override createState(): StateRecord {
    return this.#states.create();
  }

  override updateState(state: StateRecord, ...inputs: Inputs): boolean {
    return this.#states.update(state, inputs);
  }

  override computeFrom(state: StateRecord): number {
    const values = this.#operands.map((operand) =>
      typeof operand === 'number'
        ? operand
        : (operand.computeFrom(state.get(this.#stateNames.get(operand)!)) as number),
    );
    const wrong = values.findIndex((value) => typeof value !== 'number');
    if (wrong !== -1) {
      throw new MetricStateError(
        `compose: operand ${wrong + 1}: expected a number, got ${describeValue(values[wrong])}`,
      );
    }
    return this.#combine(...values);
  }

  override resetState(state: StateRecord): StateRecord {
    return this.#states.reset(state);
  }

  override restoreState(snapshot: unknown): StateRecord {
    return this.#states.restore(snapshot);
  }

  protected override createTwin(): this {
    return new ComposedMetric(this.#combine, this.#operands) as this;
  }

  protected override describeOptions(): Record<string, unknown> {
    const operands = this.#operands.map((operand) => (typeof operand === 'number' ? operand : operand.describe()));
    return { combine: this.#combine.name, operands };
  }
}

/**
 * Creates a metric that is a function of the values of other metrics with the same inputs.
 *
 * The value is f(a, b, …), where a, b, … are the values of the operands. Operands that share a state, as in
 * `compose(f, a, a)` or two scores of a contingency table, count each batch once. The operands only define the
 * computation; updates of the composition do not change them.
 *
 * @param combine - function f of the values. A snapshot contains only its name, not its code, and a composition merges
 * only with compositions whose function has the same name.
 * @param operands - numbers, and metrics whose values are numbers.
 * @returns a metric with the inputs of the operands.
 * @throws {@link MetricInputError} if an operand is neither a metric nor a number, has seen batches, or no operand is
 * a metric.
 * @see the operators of torchmetrics, `CompositionalMetric`.
 *
 * @example
 * ```ts
 * import { CompletenessScore, compose, HomogeneityScore } from 'tfjs-metrics';
 *
 * const gap = compose(
 *   (h, c) => h - c,
 *   new HomogeneityScore(),
 *   new CompletenessScore(),
 * );
 * gap.update([0, 0, 1, 2], [0, 0, 1, 1]);
 * gap.compute(); // 0.3333
 * ```
 */
export function compose<Inputs extends readonly unknown[]>(
  combine: (...values: number[]) => number,
  ...operands: (NumberMetric<Inputs> | number)[]
): Composition<Inputs> {
  return new ComposedMetric(combine, operands);
}
