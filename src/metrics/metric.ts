import type { ScoreRange } from '../functional/scoreRange.ts';
import { toHost } from '../inputs/toHost.ts';
import { copyOfValue } from './copyOfValue.ts';
import type { MetricPart } from './metricPart.ts';
import { mergeBatch } from '../state/mergeBatch.ts';
import type { MetricState } from '../state/metricState.ts';
import { prepareMerge } from '../state/prepareMerge.ts';
import {
  checkMetricSnapshot,
  makeFromSnapshot,
  requireSame,
  restoreByClass,
  restoredState,
  type MetricSnapshot,
} from './metricSnapshot.ts';
import { namedScores, type NamedScore } from './namedScore.ts';
import { updatedState } from './updatedState.ts';

/** Metric with any inputs, value and state. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one place where all metrics are alike
export type AnyMetric = Metric<any, any, any, any>;

/** Arguments of an update of a metric. */
export type MetricInputs<M> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a metric of any value and state
  M extends Metric<infer Inputs, any, any, any> ? Inputs : never;

/** Type of the value of a metric. */
export type MetricValue<M extends AnyMetric> = ReturnType<M['compute']>;

/**
 * Base class of all metrics: a statistic that accumulates batches and computes its value at any time.
 *
 * A subclass implements three methods: `createState` creates a state, `updateState` adds a batch to a state, and
 * `computeFrom` computes the value of a state. The base class implements everything else. The guide "Write a metric"
 * shows a custom state.
 *
 * @typeParam Inputs - arguments of an update.
 * @typeParam Value - value: a number, or numbers in plain objects, arrays or typed arrays.
 * @typeParam State - accumulated state; see {@link MetricState}.
 * @typeParam Options - options: a plain object that can be converted to JSON.
 *
 * @example
 * ```ts
 * import { JointMoments, Metric, type Samples } from 'tfjs-metrics';
 *
 * type Inputs = [x: Samples, y: Samples];
 *
 * class Covariance extends Metric<Inputs, number, JointMoments> {
 *   createState() {
 *     return new JointMoments();
 *   }
 *   updateState(state: JointMoments, ...inputs: Inputs) {
 *     state.merge(JointMoments.of(...inputs));
 *   }
 *   computeFrom(state: JointMoments) {
 *     return state.covariance()[0]![1]!;
 *   }
 * }
 *
 * const metric = new Covariance();
 * metric.update([1, 2], [1, 3]);
 * metric.update([3], [2]);
 * metric.compute(); // 0.5
 * ```
 */
export abstract class Metric<
  Inputs extends readonly unknown[],
  Value,
  State extends MetricState<State>,
  Options extends object = object,
> {
  /** Name in snapshots and error messages. Default: the name of the class. */
  static readonly metricName: string | undefined = undefined;
  /** Title in reports. Default: the name of the function. */
  static readonly title: string | undefined = undefined;
  /** True if larger values are better, false if smaller values are better, null if neither. */
  static readonly higherIsBetter: boolean | null = null;
  /**
   * True if updates accept the output of a classifier: class scores or probabilities. In a collection with such a
   * metric, scores of two labelings receive the predicted classes instead.
   */
  static readonly acceptsScores: boolean = false;
  /** True if charts draw the value as a whole, as a curve or a matrix, and not each of its numbers. */
  static readonly hasOwnChart: boolean = false;
  /** Smallest and largest possible value. */
  static readonly range: readonly [least: number, greatest: number] = [-Infinity, Infinity];

  /** Options of this metric. */
  readonly options: Readonly<Options>;
  #state: State | undefined;
  #updateCount = 0;
  #computed: { readonly value: Value } | undefined;
  #hasWarned = false;

  constructor(options: Options = {} as Options) {
    this.options = Object.freeze(structuredClone(options));
  }

  /** Creates an empty state. */
  abstract createState(): State;

  /**
   * Adds one batch to a state. Returns `false` if the batch was empty; it then does not count as an update.
   *
   * A state with a method `checkMerge` is updated in place, so it must be unchanged if `updateState` throws. Other
   * states are copied before the update; see {@link MetricState.checkMerge}.
   */
  abstract updateState(state: State, ...inputs: Inputs): unknown;

  /** Computes the value of a state without changing it. */
  abstract computeFrom(state: State): Value;

  /**
   * Key of the state. In a collection, metrics with equal keys share one state. Default: undefined, which means that
   * the state is not shared.
   */
  get stateKey(): string | undefined {
    return undefined;
  }

  /** True if updates accept the output of a classifier as well as labels. */
  get acceptsScores(): boolean {
    return (this.constructor as typeof Metric).acceptsScores;
  }

  /** Throws if a batch is invalid for this metric although its state would accept it. */
  validate(...inputs: Inputs): void {
    void inputs;
  }

  /** Throws if a state restored from a snapshot is invalid for this metric. */
  validateState(state: State): void {
    void state;
  }

  /** Returns the state after a reset: an empty state, unless a subclass keeps a part of `state`. */
  resetState(state: State): State {
    void state;
    return this.createState();
  }

  /** Restores a state from the result of its `toJSON`, by the static `fromJSON` of its class by default. */
  restoreState(snapshot: unknown): State {
    return restoreByClass(this.name, this.createState(), snapshot);
  }

  /** Name in snapshots and error messages. */
  get name(): string {
    const metricClass = this.constructor as typeof Metric;
    return metricClass.metricName ?? metricClass.name;
  }

  /** Number of batches since the start or the last {@link Metric.reset}. */
  get updateCount(): number {
    return this.#updateCount;
  }

  /**
   * Adds one batch. The metric is unchanged if this throws.
   *
   * @throws {@link MetricInputError} if an input is invalid.
   */
  update(...inputs: Inputs): void {
    this.validate(...inputs);
    const next = updatedState(this, this.state, inputs);
    if (next !== undefined) this.#commit(next, 1);
  }

  /** Adds one batch like {@link Metric.update}, but reads tensors without blocking, as WebGPU requires. */
  async updateAsync(...inputs: Inputs): Promise<void> {
    this.update(...(await toHost(inputs)));
  }

  /**
   * Computes the value over all batches. The value is cached until the next change and returned as a copy. Before the
   * first update, `compute` logs a warning and returns the value of no samples.
   */
  compute(): Value {
    if (this.#updateCount === 0 && !this.#hasWarned) {
      this.#hasWarned = true;
      console.warn(`${this.name}: compute() before any update() returns the value of no samples`);
    }
    this.#computed ??= { value: this.computeFrom(this.state) };
    return copyOfValue(this.#computed.value);
  }

  /** Returns the numbers in a value of this metric, at most 100, each with its name, range and direction. */
  scoresIn(value: Value, name: string): NamedScore[] {
    const { range, higherIsBetter, hasOwnChart } = this.constructor as typeof Metric;
    return namedScores(value, { name, range, higherIsBetter, ...(hasOwnChart ? { hasOwnChart } : {}) });
  }

  /** Returns the metrics in this metric with their states, for charts: itself, or the wrapped metrics. */
  partsIn(state: State): readonly MetricPart<AnyMetric>[] {
    return [{ metric: this, state }];
  }

  /** Returns whether the value is valid for repeated samples, or for repeated rows of a batch; see `BootStrapper`. */
  allowsRepeatedSamples(inputs?: Inputs): boolean {
    void inputs;
    return true;
  }

  /** Returns the range of each number in a value, in order; fewer if the value has more than 100 numbers. */
  valueRanges(state: State, value: Value): ScoreRange[] {
    void state;
    return this.scoresIn(value, this.name).map(({ range }) => range ?? [-Infinity, Infinity]);
  }

  /**
   * Adds one batch and returns the value of that batch alone. Each input is read only once. The metric is unchanged if
   * this throws, for example because the value of the batch is undefined and `onUndefined` is `'throw'`.
   */
  forward(...inputs: Inputs): Value {
    this.validate(...inputs);
    const batch = this.createState();
    const isEmpty = this.updateState(batch, ...inputs) === false;
    const value = copyOfValue(this.computeFrom(batch));
    if (!isEmpty) this.#commit(mergeBatch(this.state, batch), 1);
    return value;
  }

  /** Removes all batches. */
  reset(): void {
    this.adopt(this.#state && this.resetState(this.#state), 0);
  }

  /** Returns an independent copy with the same state. */
  clone(): this {
    const copy = this.createTwin();
    copy.adopt(this.#state?.clone(), this.#updateCount);
    return copy;
  }

  /**
   * Adds the batches of another metric, or of its snapshot. The metric is unchanged if this throws.
   *
   * @throws {@link MetricStateError} if the other metric has another class or other options, or the snapshot is
   * invalid.
   */
  merge(other: this | MetricSnapshot): void {
    const seen = other instanceof Metric ? other.describe() : checkMetricSnapshot(other);
    requireSame(this.describe(), seen);
    const state = other instanceof Metric ? other.state : restoredState(this, other.state);
    this.#commit(prepareMerge(this.state, state)(), other.updateCount);
  }

  /** Class and options of this metric: the part of its snapshot that does not depend on batches. */
  describe(): Pick<MetricSnapshot, 'kind' | 'options'> {
    return { kind: this.name, options: this.describeOptions() };
  }

  /** Returns a snapshot of this metric as a plain object, for `fromJSON` and {@link Metric.merge}. */
  toJSON(): MetricSnapshot {
    return {
      ...this.describe(),
      version: 1,
      updateCount: this.#updateCount,
      state: this.state.toJSON(),
    };
  }

  /**
   * Restores a metric from the result of {@link Metric.toJSON}, as in `MutualInfoScore.fromJSON(snapshot)`.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or belongs to another class or version.
   */
  static fromJSON<M extends AnyMetric>(this: new (options: never) => M, snapshot: unknown): M {
    const checked = checkMetricSnapshot(snapshot);
    const metric = makeFromSnapshot(() => new this(checked.options as never));
    metric.merge(checked);
    return metric;
  }

  /** Accumulated state. Read only: use {@link Metric.update} to add batches. */
  get state(): State {
    return (this.#state ??= this.createState());
  }

  /** Sets the state and its number of batches. Subclasses also call this after they change the state. */
  adopt(state: State | undefined, updateCount: number): void {
    [this.#state, this.#updateCount, this.#computed] = [state, updateCount, undefined];
  }

  /** Returns a metric of the same class and options without batches. */
  protected createTwin(): this {
    return new (this.constructor as new (options: Options) => this)(this.options);
  }

  /** Returns the options as plain JSON, without undefined ones. */
  protected describeOptions(): Record<string, unknown> {
    return JSON.parse(JSON.stringify(this.options)) as Record<string, unknown>;
  }

  /** Sets state, count and cached value together, after everything that can throw. */
  #commit(state: State, updates: number): void {
    this.adopt(state, this.#updateCount + updates);
  }
}
