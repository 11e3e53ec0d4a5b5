import { defineOptions } from '../inputs/options/defineOptions.ts';
import { countCheck } from '../inputs/options/optionCheck.ts';
import { SlidingWindow } from '../state/composed/slidingWindow.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options for {@link Running}. */
export interface RunningOptions {
  /** Number of batches in the window. Default: 5. */
  readonly window?: number | undefined;
}

const runningOptions = /* @__PURE__ */ defineOptions<RunningOptions>('Running', () => ({
  window: countCheck(1, 'batches'),
}));

/**
 * Value of a metric over the last `window` batches only. It equals, up to rounding, that of a new metric with these
 * batches (with `maxSamples`, up to the choice of the random subset).
 *
 * If the state supports exact subtraction, as a contingency table with whole weights does, the oldest batch is
 * subtracted. Otherwise partial sums of batches are kept. In both cases, the average number of merges per update does not
 * depend on the window.
 *
 * Memory: the state of each batch in the window, and sums of these states.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, or an option is invalid.
 *
 * @example
 * ```ts
 * import { MutualInfoScore, Running } from 'tfjs-metrics';
 *
 * const metric = new Running(new MutualInfoScore({ base: 2 }), { window: 2 });
 * metric.update([0, 0, 0, 0], [1, 2, 3, 4]);
 * metric.update([0, 0], [0, 0]);
 * metric.update([1, 1], [1, 1]);
 * metric.compute(); // 1
 * ```
 */
export class Running<M extends AnyMetric> extends WrapperMetric<
  M,
  MetricValue<M>,
  SlidingWindow<AnyState>,
  RunningOptions
> {
  static override readonly metricName = 'Running';

  constructor(metric: M, options?: RunningOptions) {
    super(metric, runningOptions(options));
  }

  override createState(): SlidingWindow<AnyState> {
    return new SlidingWindow(this.options.window ?? 5, () => this.metric.createState() as AnyState);
  }

  override updateState(state: SlidingWindow<AnyState>, ...inputs: MetricInputs<M>): boolean {
    const batch = this.metric.createState() as AnyState;
    if (this.metric.updateState(batch, ...(inputs as readonly unknown[])) === false) return false;
    state.push(batch);
    return true;
  }

  override computeFrom(state: SlidingWindow<AnyState>): MetricValue<M> {
    return this.metric.computeFrom(state.total) as MetricValue<M>;
  }

  override partsIn(state: SlidingWindow<AnyState>): readonly MetricPart<AnyMetric>[] {
    return this.metric.partsIn(state.total);
  }

  override restoreState(snapshot: unknown): SlidingWindow<AnyState> {
    return this.createState().restored(snapshot, (batch) => restoredState(this.metric, batch));
  }
}
