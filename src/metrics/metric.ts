import type { ScoreRange } from '../functional/bootstrap/scoreRange.ts';
import { toHost } from '../inputs/toHost.ts';
import { mergeBatch } from '../state/mergeBatch.ts';
import type { AnyState, MetricState } from '../state/metricState.ts';
import { prepareMerge } from '../state/prepareMerge.ts';
import {
  checkMetricSnapshot,
  makeFromSnapshot,
  requireSame,
  restoreByClass,
  restoredState,
  type MetricDescription,
  type MetricSnapshot,
} from './metricSnapshot.ts';
import { namedScores, type NamedScore } from './namedScore.ts';
import { updatedState } from './updatedState.ts';

/** A metric of any inputs, value and state. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where all metrics are alike
export type AnyMetric = Metric<any, any, any, any>;

/** Arguments of the updates of a metric. */
export type MetricInputs<M> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a metric of any value and state
  M extends Metric<infer Inputs, any, any, any> ? Inputs : never;

/** The type of the value of a metric. */
export type MetricValue<M extends AnyMetric> = ReturnType<M['compute']>;

/**
 * A statistic that is gathered batch by batch and read as a value at any time.
 *
 * A metric is three functions of a state: one makes it, one takes a batch into it, and one reads the
 * value from it. All else follows, as here from the sum and number of what was seen:
 *
 * @typeParam Inputs - what one update takes.
 * @typeParam Value - what it computes: a number, or numbers in plain objects, arrays or typed arrays.
 * @typeParam State - what it remembers; see {@link MetricState}.
 * @typeParam Options - what it is made with: a plain object that JSON can hold.
 *
 * @example
 * ```ts
 * import { Metric } from 'tfjs-metrics';
 *
 * class Total {
 *   sum = 0;
 *   merge(other: Total) { this.sum += other.sum; }
 *   clone() { return Object.assign(new Total(), this); }
 *   toJSON() { return { sum: this.sum }; }
 *   static fromJSON({ sum }: { sum: number }) { return Object.assign(new Total(), { sum }); }
 * }
 *
 * class Sum extends Metric<[values: number[]], number, Total> {
 *   createState() { return new Total(); }
 *   updateState(state: Total, values: number[]) { for (const value of values) state.sum += value; }
 *   computeFrom(state: Total) { return state.sum; }
 * }
 *
 * const metric = new Sum();
 * metric.update([1, 2]);
 * metric.forward([3]); // 3
 * metric.compute(); // 6
 * ```
 */
export abstract class Metric<
  Inputs extends readonly unknown[],
  Value,
  State extends MetricState<State>,
  Options extends object = object,
> {
  /** The name in snapshots and messages; the name of the class when left out. */
  static readonly metricName: string | undefined = undefined;
  /** Title in reports. Default: the name of the function. */
  static readonly title: string | undefined = undefined;
  /** Whether larger values are better; null where neither is. */
  static readonly higherIsBetter: boolean | null = null;
  /** The least and the greatest value. */
  static readonly range: readonly [least: number, greatest: number] = [-Infinity, Infinity];

  /** The options that this metric was made with. */
  readonly options: Readonly<Options>;
  #state: State | undefined;
  #updateCount = 0;
  #computed: { readonly value: Value } | undefined;
  #hasWarned = false;

  constructor(options: Options = {} as Options) {
    this.options = Object.freeze(structuredClone(options));
  }

  /** A state that has seen nothing. */
  abstract createState(): State;

  /**
   * Takes one batch into a state. Returning `false` says that the batch was empty and does not count.
   *
   * If the state has a `checkMerge`, it is changed in place, and must be unchanged when this throws. A state
   * without one is copied first: see {@link MetricState.checkMerge}.
   */
  abstract updateState(state: State, ...inputs: Inputs): unknown;

  /** The value of a state, which stays as it is. */
  abstract computeFrom(state: State): Value;

  /** Metrics with an equal key share a state in a collection; left undefined, it is this metric's alone. */
  get stateKey(): string | undefined {
    return undefined;
  }

  /** Refuses a batch that the state could take but this metric can't read. */
  validate(...inputs: Inputs): void {
    void inputs;
  }

  /** Refuses a state that this metric can't read; called for a state that comes from a snapshot. */
  validateState(state: State): void {
    void state;
  }

  /** A state to go on with after a reset: one that has seen nothing, unless a metric keeps something. */
  resetState(state: State): State {
    void state;
    return this.createState();
  }

  /** A state from what its `toJSON` made: by the static `fromJSON` of its class. */
  restoreState(snapshot: unknown): State {
    return restoreByClass(this.name, this.createState(), snapshot);
  }

  /** The name in snapshots and messages. */
  get name(): string {
    const metricClass = this.constructor as typeof Metric;
    return metricClass.metricName ?? metricClass.name;
  }

  /** How many batches went in since the start or the last {@link Metric.reset}. */
  get updateCount(): number {
    return this.#updateCount;
  }

  /**
   * Takes in one batch. The metric is unchanged if this throws, whatever the error.
   *
   * @throws {@link MetricInputError} if an input is invalid.
   */
  update(...inputs: Inputs): void {
    this.validate(...inputs);
    const next = updatedState(this, this.state, inputs);
    if (next !== undefined) this.#commit(next, 1);
  }

  /** Like {@link Metric.update}, but reads tensors without blocking, as WebGPU needs it. */
  async updateAsync(...inputs: Inputs): Promise<void> {
    this.update(...(await toHost(inputs)));
  }

  /**
   * The value of all that was seen. It is kept until the next change, and handed out as a copy.
   * Before the first update it is the value of nothing, with a warning.
   */
  compute(): Value {
    if (this.#updateCount === 0 && !this.#hasWarned) {
      this.#hasWarned = true;
      console.warn(`${this.name}: compute() before any update() gives the value of no samples`);
    }
    this.#computed ??= { value: this.computeFrom(this.state) };
    return copyOfValue(this.#computed.value);
  }

  /** The numbers in a value of this metric, at most 100, each with its name, range and direction. */
  scoresIn(value: Value, name: string): NamedScore[] {
    const { range, higherIsBetter } = this.constructor as typeof Metric;
    return namedScores(value, { name, range, higherIsBetter });
  }

  /** The states in a state, for charts: the state itself, or those of the wrapped metrics. */
  statesIn(state: State): readonly AnyState[] {
    return [state];
  }

  /** Whether repeated samples, as in draws with replacement, leave the value valid: see `BootStrapper`. */
  allowsRepeatedSamples(): boolean {
    return true;
  }

  /** The range of each number in a value, in order; fewer for a value of more than 100 numbers. */
  valueRanges(state: State, value: Value): ScoreRange[] {
    void state;
    return this.scoresIn(value, this.name).map(({ range }) => range ?? [-Infinity, Infinity]);
  }

  /**
   * Takes in one batch and returns the value of that batch alone; inputs are read only once. The metric is
   * unchanged if this throws, also if the batch has no value.
   */
  forward(...inputs: Inputs): Value {
    this.validate(...inputs);
    const batch = this.createState();
    const isEmpty = this.updateState(batch, ...inputs) === false;
    const value = copyOfValue(this.computeFrom(batch));
    if (!isEmpty) this.#commit(mergeBatch(this.state, batch), 1);
    return value;
  }

  /** Forgets all batches. */
  reset(): void {
    this.adopt(this.#state && this.resetState(this.#state), 0);
  }

  /** An independent copy that has seen the same. */
  clone(): this {
    const copy = this.createTwin();
    copy.adopt(this.#state?.clone(), this.#updateCount);
    return copy;
  }

  /**
   * Takes in what another metric, or the snapshot of one, has seen. The metric is unchanged if this throws.
   *
   * @throws {@link MetricStateError} if it has another class or other options, or the snapshot is damaged.
   */
  merge(other: this | MetricSnapshot): void {
    const seen = other instanceof Metric ? other.describe() : checkMetricSnapshot(other);
    requireSame(this.describe(), seen);
    const state = other instanceof Metric ? other.state : restoredState(this, other.state);
    this.#commit(prepareMerge(this.state, state)(), other.updateCount);
  }

  /** What this metric is and how it was set up: the part of its snapshot that no batch changes. */
  describe(): MetricDescription {
    return { kind: this.name, options: this.describeOptions() };
  }

  /** A plain object that holds this metric, for `fromJSON` and {@link Metric.merge}. */
  toJSON(): MetricSnapshot {
    return {
      ...this.describe(),
      version: 1,
      updateCount: this.#updateCount,
      state: this.state.toJSON(),
    };
  }

  /**
   * Restores a metric from what {@link Metric.toJSON} made, as in `MutualInfoScore.fromJSON(snapshot)`.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged, or of another class or version.
   */
  static fromJSON<M extends AnyMetric>(this: new (options: never) => M, snapshot: unknown): M {
    const checked = checkMetricSnapshot(snapshot);
    const metric = makeFromSnapshot(() => new this(checked.options as never));
    metric.merge(checked);
    return metric;
  }

  /** What it has gathered, for reading only: batches go through {@link Metric.update}. */
  get state(): State {
    return (this.#state ??= this.createState());
  }

  /** Takes over a state and how many batches it has seen; also to be called if the state has changed. */
  adopt(state: State | undefined, updateCount: number): void {
    [this.#state, this.#updateCount, this.#computed] = [state, updateCount, undefined];
  }

  /** A metric of the same class and options that has seen nothing. */
  protected createTwin(): this {
    return new (this.constructor as new (options: Options) => this)(this.options);
  }

  /** The options as plain JSON, without those left out. */
  protected describeOptions(): Record<string, unknown> {
    return JSON.parse(JSON.stringify(this.options)) as Record<string, unknown>;
  }

  /** The one place where state, count and value change together, once nothing can fail any more. */
  #commit(state: State, updates: number): void {
    this.adopt(state, this.#updateCount + updates);
  }
}

/** A copy of a value, which its user may change. */
function copyOfValue<Value>(value: Value): Value {
  return typeof value === 'object' ? structuredClone(value) : value;
}
