import { scoreHistories, type ScoreHistory } from '../metrics/scoreHistory.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { isPlainObject } from '../inputs/isPlainObject.ts';
import { optionCheck } from '../inputs/options/optionCheck.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { EpochStates } from '../state/composed/epochStates.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { AnyState } from '../state/metricState.ts';
import { bestEpochs, type BestEpochs } from './bestEpochs.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { updatedState } from '../metrics/updatedState.ts';
import { numbersOf } from '../metrics/numbersOf.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options for {@link MetricTracker}. */
export interface MetricTrackerOptions {
  /**
   * Whether larger values are better: one boolean for all values, or one for each key of the value. Default: the
   * static `higherIsBetter` of the class of each metric.
   */
  readonly maximize?: boolean | Readonly<Record<string, boolean>> | undefined;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const trackerOptions = /* @__PURE__ */ defineOptions<MetricTrackerOptions>('MetricTracker', () => ({
  maximize: optionCheck(
    (value) => isBoolean(value) || (isPlainObject(value) && Object.values(value).every(isBoolean)),
    'true, false or an object with a boolean for each key of the value',
  ),
}));

/**
 * Tracks the value of a metric over epochs, and the best epoch. `update` and `compute` work on the current epoch, and
 * {@link MetricTracker.increment} starts the next.
 *
 * Memory: one state per epoch. `merge` is for workers that each see a part of the same epochs: it merges the current
 * epochs of both trackers, then the epochs before these, and so on.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, or an option is invalid.
 *
 * @example
 * ```ts
 * import {
 *   MetricCollection,
 *   MetricTracker,
 *   PurityScore,
 *   VariationOfInformation,
 * } from 'tfjs-metrics';
 *
 * const tracker = new MetricTracker(
 *   new MetricCollection({
 *     purity: new PurityScore(),
 *     vi: new VariationOfInformation({ base: 2 }),
 *   }),
 * );
 * for (const preds of [
 *   [0, 0, 0, 0],
 *   [0, 0, 1, 1],
 *   [0, 1, 1, 1],
 * ]) {
 *   tracker.increment();
 *   tracker.update(preds, [0, 0, 1, 1]);
 * }
 * tracker.history.map(({ purity }) => purity); // [0.5, 1, 0.75]
 * tracker.best.vi; // { value: 0, epoch: 1, skipped: undefined }
 * ```
 */
export class MetricTracker<M extends AnyMetric> extends WrapperMetric<
  M,
  MetricValue<M>,
  EpochStates<AnyState>,
  MetricTrackerOptions
> {
  static override readonly metricName = 'MetricTracker';

  /** Cached values of epochs without new batches. */
  readonly #known = new WeakMap<AnyState, { readonly updates: number; readonly value: unknown }>();

  constructor(metric: M, options?: MetricTrackerOptions) {
    super(metric, trackerOptions(options));
  }

  /**
   * Starts the next epoch. Has no effect if the current epoch has seen no batch, so it can be called before or after
   * each epoch.
   */
  increment(): void {
    this.state.open();
    this.adopt(this.state, this.updateCount);
  }

  /** Value of each epoch that has seen a batch, in order. */
  get history(): MetricValue<M>[] {
    return this.state.seen.map(({ state, updates }) => {
      let known = this.#known.get(state);
      if (known?.updates !== updates) {
        known = { updates, value: this.metric.computeFrom(state) as unknown };
        this.#known.set(state, known);
      }
      return structuredClone(known.value) as MetricValue<M>;
    });
  }

  /** Returns {@link MetricTracker.history}, under the name used by torchmetrics. */
  computeAll(): MetricValue<M>[] {
    return this.history;
  }

  /**
   * Best value and its zero-based epoch; of equal values, the first epoch. For a value with parts, returns the best
   * value and epoch of each part. A part for which neither larger nor smaller values are better has no best value, and
   * its `skipped` gives the reason.
   *
   * @throws {@link MetricStateError} if no epoch has seen a batch, or there is no part with a known better direction.
   */
  get best(): BestEpochs<MetricValue<M>> {
    const { history } = this;
    if (history.length === 0) {
      throw new MetricStateError('MetricTracker: expected an epoch with a batch, got none; call update() first');
    }
    const scores = this.scoresIn(history[0] as never, this.name);
    if (scores.every(({ higherIsBetter }) => higherIsBetter == null)) {
      throw new MetricStateError(
        `MetricTracker: expected a metric with a known better direction, got ${this.metric.name}; set the ` +
          'option maximize, or the static higherIsBetter of its class',
      );
    }
    return bestEpochs(history, scores);
  }

  /** Returns the numbers in a value, with the direction from the option `maximize`. */
  override scoresIn(value: MetricValue<M>, name: string): NamedScore[] {
    const scores = super.scoresIn(value, name);
    const { maximize } = this.options;
    if (maximize === undefined) return scores;
    if (typeof maximize === 'boolean') {
      return scores.map((score) => ({ ...score, higherIsBetter: maximize }));
    }
    const keys = typeof value === 'object' ? Object.keys(value as object) : [];
    const unknown = Object.keys(maximize).find((key) => !keys.includes(key));
    if (unknown !== undefined) {
      throw new MetricStateError(
        `MetricTracker: option "maximize": expected keys of the value (${keys.join(', ')}), got "${unknown}"`,
      );
    }
    const keyOfNumber = keys.flatMap((key) => numbersOf((value as Record<string, unknown>)[key]).map(() => key));
    return scores.map((score, k) => ({
      ...score,
      higherIsBetter: maximize[keyOfNumber[k]!] ?? score.higherIsBetter,
    }));
  }

  /** Each number of the value over all epochs, with its range and direction, for charts. */
  get scoreHistories(): ScoreHistory[] {
    return scoreHistories(this.history.map((value) => this.scoresIn(value, this.name)));
  }

  override createState(): EpochStates<AnyState> {
    return new EpochStates(() => this.metric.createState() as AnyState);
  }

  override updateState(epochs: EpochStates<AnyState>, ...inputs: MetricInputs<M>): boolean {
    const next = updatedState(this.metric as AnyMetric, epochs.current, inputs);
    if (next === undefined) return false;
    epochs.count(next as AnyState);
    return true;
  }

  override computeFrom(epochs: EpochStates<AnyState>): MetricValue<M> {
    return this.metric.computeFrom(epochs.current) as MetricValue<M>;
  }

  override partsIn({ current }: EpochStates<AnyState>): readonly MetricPart<AnyMetric>[] {
    return this.metric.partsIn(current);
  }

  override restoreState(snapshot: unknown): EpochStates<AnyState> {
    return this.createState().restored(snapshot, (state) => restoredState(this.metric, state));
  }
}
