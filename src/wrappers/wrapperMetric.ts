import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { MetricState } from '../state/metricState.ts';
import { requireFresh } from '../metrics/requireFresh.ts';
import { Metric, type AnyMetric, type MetricInputs } from '../metrics/metric.ts';
import { checkMetricSnapshot, makeFromSnapshot } from '../metrics/metricSnapshot.ts';

/** The class of a wrapper, as its `fromJSON` needs it. */
type WrapperClass<W, M, Given = never> = new (metric: M, given: Given) => W;

/**
 * Any metric or collection, seen in another way: over a window, epoch by epoch, with its extremes. It
 * is a metric itself, with a state that holds those of the metric; so wrappers go into collections and
 * into each other.
 *
 * The metric says what is computed; what the wrapper has seen is its own.
 *
 * A wrapper of your own says how its state is made, updated and read with the help of the metric:
 *
 * @typeParam M - the metric.
 * @typeParam Value - what the wrapper computes.
 * @typeParam State - what it remembers, made of states of the metric.
 * @typeParam Options - what it is made with beside the metric.
 * @typeParam Inputs - what one update takes; what the metric takes when left out.
 *
 * @example
 * ```ts
 * import { MutualInfoScore, WrapperMetric, type ContingencyTable, type LabelBatch } from 'tfjs-metrics';
 *
 * class Bits extends WrapperMetric<MutualInfoScore, string, ContingencyTable> {
 *   createState() { return this.metric.createState(); }
 *   updateState(state: ContingencyTable, ...batch: LabelBatch) { return this.metric.updateState(state, ...batch); }
 *   computeFrom(state: ContingencyTable) { return `${this.metric.computeFrom(state) / Math.LN2} bits`; }
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
  /** The metric; it says what is computed and has seen nothing itself. */
  readonly metric: M;

  /** @throws {@link MetricInputError} when the metric is none, or has seen batches of its own. */
  constructor(metric: M, options?: Options) {
    super(options);
    requireFresh(this.name, 'the first argument', metric);
    this.metric = metric;
  }

  /**
   * Restores a wrapper of this metric from what {@link Metric.toJSON} made. What the snapshot can't hold,
   * such as a function, is handed in as for the constructor.
   *
   * @throws {@link MetricStateError} when the snapshot is damaged, or of another metric.
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
      throw new MetricInputError(
        `${this.name}.fromJSON: expected the metric as second argument, as in new ${this.name}`,
      );
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

  /** What scores of the metric are called: as the metric, unless the wrapper goes by another name. */
  protected scoreName(name: string): string {
    return name === this.name ? this.metric.name : name;
  }

  /** As the metric says. */
  override allowsRepeatedSamples(): boolean {
    return this.metric.allowsRepeatedSamples();
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
