import { namedScores, type NamedScore } from '../metrics/namedScore.ts';
import {
  bootstrapOptions,
  type BootstrapInterval,
  type BootstrapOptions,
} from '../functional/bootstrap/bootstrapOptions.ts';
import { inputRows } from '../inputs/inputRows.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { resampledRows } from '../numeric/random/resampledRows.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { optionCheck, oneOfCheck, booleanCheck } from '../inputs/options/optionCheck.ts';
import { Replicates } from '../state/composed/replicates.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric, MetricInputs, MetricValue } from '../metrics/metric.ts';
import type { MetricPart } from '../metrics/metricPart.ts';
import { bootstrapOf, type BootstrapSource } from './bootstrapOf.ts';
import { drawOutputs, type DrawOutputOptions, type DrawOutputs } from './drawOutputs.ts';
import { restoredState } from '../metrics/metricSnapshot.ts';
import { canHalve } from './stateHalves.ts';
import { canDraw, hasWeights, requireDrawable } from './statePopulations.ts';
import { mapNumbers } from '../metrics/numbersOf.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options for {@link BootStrapper}. */
export interface BootStrapperOptions extends BootstrapOptions, DrawOutputOptions {
  /**
   * Sampling scheme. `'multinomial'` draws as many samples as there are, with replacement: from the table if the state
   * is a table of counts, otherwise from each batch. `'poisson'` draws each sample of a batch k times, where k has a
   * Poisson distribution with mean 1. Default: `'multinomial'` for tables of counts, `'poisson'` for all other states.
   * If the value of a metric is invalid for repeated samples, half of its samples are drawn without replacement, and
   * the options `sampling` and `method` are errors.
   */
  readonly sampling?: 'poisson' | 'multinomial' | undefined;
}

/** Confidence interval with the requested outputs. */
export interface BootStrapperInterval extends BootstrapInterval, DrawOutputs {}

/** A value with each number replaced by its confidence interval. */
type ValueIntervals<Value> = Value extends number
  ? BootStrapperInterval
  : { readonly [Part in keyof Value]: ValueIntervals<Value[Part]> };

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const bootStrapperOptions = /* @__PURE__ */ defineOptions<BootStrapperOptions>('BootStrapper', () => ({
  ...bootstrapOptions.checks(),
  sampling: oneOfCheck(['poisson', 'multinomial']),
  mean: booleanCheck(),
  std: booleanCheck(),
  raw: booleanCheck(),
  quantile: optionCheck(
    (value) => (Array.isArray(value) ? value.every(isShare) : isShare(value)),
    'a number from 0 to 1, or a list of them',
  ),
}));

/**
 * Bootstrap confidence interval of the value of a metric. Each number in the value is replaced by its confidence
 * interval, standard error and bias. See {@link bootstrapInterval}.
 *
 * The method depends on the metric. For scores of a table of counts (unless `sampling` is `'poisson'`), the state is
 * only the table, which a collection shares with the scores themselves. `compute` draws tables from it (default of
 * `draws`: 1000), in a time that does not depend on the number of samples. For metrics whose value is invalid for
 * repeated samples, such as `KsgMutualInfo`, `compute` draws random halves of the stored samples (default of `draws`:
 * 100); see {@link subsampleInterval}. For all other metrics, each batch is resampled when it arrives. The state then
 * holds one state per draw (default of `draws`: 100), and the interval is a basic bootstrap interval.
 *
 * As in torchmetrics, the options `mean`, `std`, `quantile` and `raw` add these statistics of the draws.
 *
 * Draws with an undefined value are excluded and counted in `undefinedDraws`.
 *
 * @throws {@link MetricInputError} if the metric has seen batches, an option is invalid, or the value of the metric is
 * invalid for repeated samples and its state does not hold the samples.
 *
 * @example
 * ```ts
 * import {
 *   AdjustedRandScore,
 *   BootStrapper,
 *   ContingencyTable,
 * } from 'tfjs-metrics';
 *
 * const metric = new BootStrapper(new AdjustedRandScore());
 * metric.update(
 *   ContingencyTable.fromMatrix([
 *     [45, 5],
 *     [12, 38],
 *   ]),
 * );
 * metric.compute();
 * // => { value: 0.43, lower: 0.2325, upper: 0.6403, standardError: 0.0964,
 * //   bias: -0.0043, undefinedDraws: 0 }
 *
 * const quartiles = new BootStrapper(new AdjustedRandScore(), {
 *   std: true,
 *   quantile: [0.25, 0.75],
 * });
 * quartiles.update(
 *   ContingencyTable.fromMatrix([
 *     [45, 5],
 *     [12, 38],
 *   ]),
 * );
 * quartiles.compute().quantile; // [0.3538, 0.5131]
 * ```
 */
export class BootStrapper<M extends AnyMetric> extends WrapperMetric<
  M,
  ValueIntervals<MetricValue<M>>,
  AnyState,
  BootStrapperOptions
> {
  static override readonly metricName = 'BootStrapper';

  /** Source of the draws. */
  readonly #source: BootstrapSource;

  constructor(metric: M, options?: BootStrapperOptions) {
    super(metric, bootStrapperOptions(options));
    this.#source = this.#sourceOf(metric.createState() as AnyState);
  }

  override get stateKey(): string | undefined {
    return this.#source === 'batches' ? undefined : this.metric.stateKey;
  }

  /** Throws if a weight is fractional, because samples can be drawn from whole counts only. */
  override validate(...inputs: MetricInputs<M>): void {
    super.validate(...inputs);
    if (this.#source !== 'counts' || !(inputs as readonly unknown[]).some(hasWeights)) return;
    const batch = this.metric.createState() as AnyState;
    if (this.metric.updateState(batch, ...(inputs as readonly unknown[])) !== false) {
      this.validateState(batch);
    }
  }

  override validateState(state: AnyState): void {
    if (this.#source === 'counts') requireDrawable(state);
  }

  override createState(): AnyState {
    const make = () => this.metric.createState() as AnyState;
    if (this.#source !== 'batches') return make();
    const { draws = 100, seed = 0 } = this.options;
    return new Replicates(make, draws, seed);
  }

  override updateState(state: AnyState, ...inputs: MetricInputs<M>): unknown {
    if (!(state instanceof Replicates)) {
      return this.metric.updateState(state, ...(inputs as readonly unknown[]));
    }
    const whole = this.metric.createState() as AnyState;
    if (this.metric.updateState(whole, ...(inputs as readonly unknown[])) === false) return false;
    if (!this.metric.allowsRepeatedSamples(inputs)) {
      throw new MetricInputError(
        `BootStrapper: expected a batch with one sample in each row, got rows that belong together for ${this.metric.name}; ` +
          'for rankings, pass a query in each row, [Q, D]',
      );
    }
    const { length, choose } = inputRows(inputs as readonly unknown[]);
    const { sampling = 'poisson' } = this.options;
    const batch = this.createState() as unknown as Replicates<AnyState>;
    batch.take(whole, (random) => {
      const draw = this.metric.createState() as AnyState;
      this.metric.updateState(draw, ...choose(resampledRows(length, sampling, random)));
      return draw;
    });
    state.merge(batch);
    return true;
  }

  override computeFrom(state: AnyState): ValueIntervals<MetricValue<M>> {
    const { value, intervalAt, replicatesAt } = bootstrapOf(this.metric, state, this.options);
    return mapNumbers(value, (_, k) => {
      const { undefinedDraws, ...interval } = intervalAt(k);
      const outputs = drawOutputs(this.options, () => replicatesAt(k));
      return { ...interval, ...outputs, undefinedDraws };
    }) as ValueIntervals<MetricValue<M>>;
  }

  override scoresIn(intervals: ValueIntervals<MetricValue<M>>, name: string): NamedScore[] {
    const all: BootstrapInterval[] = [];
    const values = valuesIn(intervals, all);
    const scores = this.metric.scoresIn(values as never, this.scoreName(name));
    return scores.flatMap((score, k) => {
      const { value, lower, upper, undefinedDraws, ...others } = all[k]!;
      void value;
      return [
        score,
        { ...score, name: `${score.name}_lower`, value: lower },
        { ...score, name: `${score.name}_upper`, value: upper },
        ...namedScores(others, { name: score.name }),
        { name: `${score.name}_undefinedDraws`, value: undefinedDraws, range: [0, Infinity] },
      ];
    });
  }

  override partsIn(state: AnyState): readonly MetricPart<AnyMetric>[] {
    return this.metric.partsIn(state instanceof Replicates ? (state as Replicates<AnyState>).whole : state);
  }

  override restoreState(snapshot: unknown): AnyState {
    const restoreOne = (state: unknown) => restoredState(this.metric, state);
    const state = this.createState();
    return state instanceof Replicates
      ? (state as Replicates<AnyState>).restored(snapshot, restoreOne)
      : restoreOne(snapshot);
  }

  #sourceOf(state: AnyState): BootstrapSource {
    const { sampling, method } = this.options;
    if (this.metric.allowsRepeatedSamples()) {
      return sampling !== 'poisson' && canDraw(state) ? 'counts' : 'batches';
    }
    const unused = sampling === undefined ? 'method' : 'sampling';
    const given = sampling ?? method;
    if (given === undefined && canHalve(state)) return 'halves';
    const expected = given === undefined ? 'a metric whose state holds the samples' : `no option "${unused}"`;
    throw new MetricInputError(
      `BootStrapper: expected ${expected}, got ${given === undefined ? this.metric.name : `"${given}"`}; ` +
        'the metric is invalid for repeated samples, so halves of the samples are drawn without replacement',
    );
  }
}

/** Returns the values of intervals, in the same shape, and appends the intervals to `all`. */
function valuesIn(intervals: unknown, all: BootstrapInterval[]): unknown {
  if (typeof intervals !== 'object' || intervals === null) return intervals;
  if ('standardError' in intervals) {
    all.push(intervals as BootstrapInterval);
    return (intervals as BootstrapInterval).value;
  }
  if (Array.isArray(intervals)) return intervals.map((part) => valuesIn(part, all));
  const parts = Object.entries(intervals).map(([name, part]) => [name, valuesIn(part, all)] as const);
  return Object.fromEntries(parts);
}
