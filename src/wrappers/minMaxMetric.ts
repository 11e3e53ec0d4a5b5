import type { NamedScore } from '../metrics/namedScore.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { AnyState } from '../state/metricState.ts';
import { WatchedState } from '../state/composed/watchedState.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { mapNumbers, numbersOf } from '../metrics/numbersOf.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** A value with its minimum and maximum so far. */
export interface MinMaxValue<Value> {
  /** Current value. */
  readonly value: Value;
  /** Minimum of each number. */
  readonly min: Value;
  /** Maximum of each number. */
  readonly max: Value;
}

const noOptions = /* @__PURE__ */ defineOptions<object>('MinMaxMetric', () => ({}));

/**
 * Value of a metric, with the minimum and maximum of each of its numbers over all updates. NaN is ignored: minimum and
 * maximum are NaN only if the value was NaN after every update. Each update computes the value. A merge counts as one
 * update. `reset` keeps the minimum and maximum.
 *
 * @throws {@link MetricInputError} if the argument is not a metric, or the metric has seen batches.
 *
 * @example
 * ```ts
 * import { MinMaxMetric, PurityScore } from 'tfjs-metrics';
 *
 * const metric = new MinMaxMetric(new PurityScore());
 * metric.update([0, 0], [0, 0]);
 * metric.update([0, 0], [1, 1]);
 * metric.update([1, 1, 1, 1], [1, 1, 1, 1]);
 * metric.compute(); // { value: 0.75, min: 0.5, max: 1 }
 * ```
 */
export class MinMaxMetric<M extends AnyMetric> extends WrapperMetric<
  M,
  MinMaxValue<MetricValue<M>>,
  WatchedState<AnyState>
> {
  static override readonly metricName = 'MinMaxMetric';

  constructor(metric: M, options?: object) {
    super(metric, noOptions(options));
  }

  override scoresIn(values: MinMaxValue<MetricValue<M>>, name: string): NamedScore[] {
    return Object.entries(values).flatMap(([part, value]) =>
      this.metric
        .scoresIn(value as never, this.scoreName(name))
        .map((score) => ({ ...score, name: `${score.name}_${part}` })),
    );
  }

  override createState(): WatchedState<AnyState> {
    return new WatchedState(this.metric.createState() as AnyState, (state) => this.#read(state));
  }

  override updateState(watched: WatchedState<AnyState>, ...inputs: MetricInputs<M>): boolean {
    const isTaken = this.metric.updateState(watched.state, ...(inputs as readonly unknown[]));
    if (isTaken === false) return false;
    watched.watch();
    return true;
  }

  override computeFrom({ state, extremes }: WatchedState<AnyState>): MinMaxValue<MetricValue<M>> {
    const value = this.metric.computeFrom(state) as MetricValue<M>;
    const { least, greatest } = extremes;
    if (least.length === 0) return { value, min: value, max: value };
    if (least.length !== numbersOf(value).length) {
      throw new MetricStateError(
        'MinMaxMetric: expected a value with the same parts after each update, got other parts',
      );
    }
    const made = (numbers: readonly number[]) =>
      mapNumbers(value, (_, k) => (least[k]! > greatest[k]! ? NaN : numbers[k])) as MetricValue<M>;
    return { value, min: made(least), max: made(greatest) };
  }

  override partsIn({ state }: WatchedState<AnyState>): readonly MetricPart<AnyMetric>[] {
    return this.metric.partsIn(state);
  }

  /** Keeps the minimum and maximum. */
  override resetState(watched: WatchedState<AnyState>): WatchedState<AnyState> {
    return watched.restarted(this.metric.resetState(watched.state) as AnyState);
  }

  override restoreState(snapshot: unknown): WatchedState<AnyState> {
    return this.createState().restored(snapshot, (state) => restoredState(this.metric, state));
  }

  /** Returns the numbers of a value, or an empty list if the value is undefined, which `compute` reports. */
  #read(state: AnyState): number[] {
    try {
      return numbersOf(this.metric.computeFrom(state));
    } catch (error) {
      if (error instanceof MetricStateError) return [];
      throw error;
    }
  }
}
