import { scoreHistories, type ScoreHistory } from '../metrics/scoreHistory.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { isPlainObject } from '../inputs/isPlainObject.ts';
import { optionCheck } from '../inputs/optionCheck.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { EpochStates } from '../state/composed/epochStates.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { AnyState } from '../state/metricState.ts';
import { bestEpochs, type BestEpochs } from './bestEpochs.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { updatedState } from '../metrics/updatedState.ts';
import { numbersOf } from '../metrics/numbersOf.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options of {@link MetricTracker}. */
export interface MetricTrackerOptions {
  /**
   * Whether larger values are better: one answer for all values, or one for each key of the value. Default:
   * what the class of each metric says by its static `higherIsBetter`.
   */
  readonly maximize?: boolean | Readonly<Record<string, boolean>> | undefined;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const trackerOptions = /* @__PURE__ */ defineOptions<MetricTrackerOptions>('MetricTracker', () => ({
  maximize: optionCheck(
    (value) => isBoolean(value) || (isPlainObject(value) && Object.values(value).every(isBoolean)),
    'true, false or an object of these by the keys of the value',
  ),
}));

/**
 * A metric epoch by epoch: its value in each of them, and which was the best. Updates go into the epoch
 * that is open, `compute` reads that one, and {@link MetricTracker.increment} opens the next.
 *
 * Memory: one state an epoch. A merge takes in the open epoch of the other tracker with the open one,
 * the epoch before with the one before, and so on: as for workers that see parts of the same epochs.
 *
 * @throws {@link MetricInputError} if the metric has seen batches of its own, or an option is invalid.
 *
 * @example
 * ```ts
 * import { MetricCollection, MetricTracker, PurityScore, VariationOfInformation } from 'tfjs-metrics';
 *
 * const tracker = new MetricTracker(
 *   new MetricCollection({ purity: new PurityScore(), vi: new VariationOfInformation({ base: 2 }) }),
 * );
 * for (const preds of [[0, 0, 0, 0], [0, 0, 1, 1], [0, 1, 1, 1]]) {
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

  /** The values of epochs that no batch came to since they were computed. */
  readonly #known = new WeakMap<AnyState, { readonly updates: number; readonly value: unknown }>();

  constructor(metric: M, options?: MetricTrackerOptions) {
    super(metric, trackerOptions(options));
  }

  /**
   * Opens the next epoch. Nothing happens when the open one has seen no batch yet, so that this may be
   * called before each epoch or after it.
   */
  increment(): void {
    this.state.open();
    this.adopt(this.state, this.updateCount);
  }

  /** The value of each epoch, the first one first; one that has seen no batch has none. */
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

  /** The value of each epoch: {@link MetricTracker.history} under the name that torchmetrics gives it. */
  computeAll(): MetricValue<M>[] {
    return this.history;
  }

  /**
   * The best value and its epoch, counted from 0; the first of equals. Where a value has parts, for each
   * of them. A part of which neither larger nor smaller values are better has none, with the reason.
   *
   * @throws {@link MetricStateError} if no epoch has seen a batch, or it is not known of any part whether larger
   * values are better.
   */
  get best(): BestEpochs<MetricValue<M>> {
    const { history } = this;
    if (history.length === 0) {
      throw new MetricStateError('MetricTracker: no epoch has seen a batch');
    }
    const scores = this.scoresIn(history[0] as never, this.name);
    if (scores.every(({ higherIsBetter }) => higherIsBetter == null)) {
      throw new MetricStateError(
        `MetricTracker: expected to know whether larger values of ${this.metric.name} are better; set the ` +
          'option maximize, or static higherIsBetter of its class',
      );
    }
    return bestEpochs(history, scores);
  }

  /** The numbers in a value, with the direction that the option `maximize` gives them. */
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

  /** Each number of the value over all epochs, with its range and direction: what is drawn. */
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

  override statesIn({ current }: EpochStates<AnyState>): readonly AnyState[] {
    return this.metric.statesIn(current);
  }

  override restoreState(snapshot: unknown): EpochStates<AnyState> {
    return this.createState().restored(snapshot, (state) => restoredState(this.metric, state));
  }
}
