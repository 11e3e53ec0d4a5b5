import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MetricState } from '../state/metricState.ts';
import { requireFresh } from '../metrics/requireFresh.ts';
import { Metric, type AnyMetric, type MetricInputs } from '../metrics/metric.ts';
import { checkMetricSnapshot, makeFromSnapshot } from '../metrics/metricSnapshot.ts';

/** Class of a wrapper, for `fromJSON`. */
type WrapperClass<W, M, Given = never> = new (metric: M, given: Given) => W;

/**
 * Base class for metrics that wrap another metric or collection, for example to compute it over a window or per
 * epoch. A wrapper is a metric whose state holds states of the wrapped metric, so wrappers can be members of
 * collections and can be nested.
 *
 * The wrapped metric defines the computation and sees no batches itself.
 *
 * A subclass creates, updates and reads its state with the methods of the wrapped metric:
 *
 * @typeParam M - wrapped metric.
 * @typeParam Value - value of the wrapper.
 * @typeParam State - state of the wrapper, made of states of the metric.
 * @typeParam Options - options of the wrapper.
 * @typeParam Inputs - arguments of an update. Default: those of the metric.
 *
 * @example
 * ```ts
 * import {
 *   MutualInfoScore,
 *   WrapperMetric,
 *   type ContingencyTable,
 *   type LabelBatch,
 * } from 'tfjs-metrics';
 *
 * class Bits extends WrapperMetric<MutualInfoScore, string, ContingencyTable> {
 *   createState() {
 *     return this.metric.createState();
 *   }
 *   updateState(state: ContingencyTable, ...batch: LabelBatch) {
 *     return this.metric.updateState(state, ...batch);
 *   }
 *   computeFrom(state: ContingencyTable) {
 *     return `${this.metric.computeFrom(state) / Math.LN2} bits`;
 *   }
 * }
 *
 * const metric = new Bits(new MutualInfoScore());
 * metric.update([0, 0, 1, 1], [0, 0, 1, 1]);
 * metric.compute(); // '1 bits'
 * ```
 */
export abstract class WrapperMetric<
  M extends AnyMetric,
  Value,
  State extends MetricState<State>,
  Options extends object = object,
  Inputs extends readonly unknown[] = MetricInputs<M>,
> extends Metric<Inputs, Value, State, Options> {
  /** Wrapped metric, which defines the computation and sees no batches itself. */
  readonly metric: M;

  /** @throws {@link MetricInputError} if the argument is not a metric, or the metric has seen batches. */
  constructor(metric: M, options?: Options) {
    super(options);
    requireFresh(this.name, 'the first argument', metric);
    this.metric = metric;
  }

  /** True if updates of the wrapped metric accept the output of a classifier as well as labels. */
  override get acceptsScores(): boolean {
    return this.metric.acceptsScores;
  }

  /**
   * Restores a wrapper of this metric from the result of {@link Metric.toJSON}. Pass an argument of the constructor
   * that a snapshot cannot hold, such as a function, as `given`.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid or belongs to another metric.
   */
  static override fromJSON<W extends AnyMetric, M extends AnyMetric, Given>(
    this: WrapperClass<W, M, Given>,
    snapshot: unknown,
    metric: M,
    given?: Given,
  ): W;
  static override fromJSON<M extends AnyMetric>(this: new (options: never) => M, snapshot: unknown): M;
  static override fromJSON(snapshot: unknown, metric?: AnyMetric, given?: unknown): AnyMetric {
    if (metric === undefined) {
      throw new MetricInputError(`${this.name}.fromJSON: expected the metric as second argument, got none`);
    }
    const { options } = checkMetricSnapshot(snapshot);
    const { metric: described, ...own } = options;
    void described;
    const wrapperClass = this as unknown as WrapperClass<AnyMetric, AnyMetric>;
    const wrapper = makeFromSnapshot(() => new wrapperClass(metric, (given ?? own) as never));
    wrapper.merge(snapshot as never);
    return wrapper;
  }

  override scoresIn(value: Value, name: string): NamedScore[] {
    return this.metric.scoresIn(value as never, this.scoreName(name));
  }

  /** Name of the scores of the metric: that of the metric, unless the wrapper has another name. */
  protected scoreName(name: string): string {
    return name === this.name ? this.metric.name : name;
  }

  /** Same as for the wrapped metric. */
  override allowsRepeatedSamples(inputs?: Inputs): boolean {
    return this.metric.allowsRepeatedSamples(inputs);
  }

  override validate(...inputs: Inputs): void {
    this.metric.validate(...inputs);
  }

  protected override createTwin(): this {
    const wrapperClass = this.constructor as WrapperClass<this, M>;
    return new wrapperClass(this.metric, this.options as never);
  }

  protected override describeOptions(): Record<string, unknown> {
    return { ...super.describeOptions(), metric: this.metric.describe() };
  }
}
