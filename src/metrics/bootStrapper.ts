import type { ChartedScore } from '../charts/scoreParts.ts';
import type { ChartPart } from '../charts/vegaLiteSpec.ts';
import {
  bootstrapOptionChecks,
  ENDLESS,
  intervalOf,
  type BootstrapInterval,
  type BootstrapOptions,
} from '../functional/bootstrapInterval.ts';
import { inputRows } from '../inputs/inputRows.ts';
import { nameCheck } from '../inputs/optionChecks.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { RandomSource } from '../random/randomSource.ts';
import { resampledRows, type Sampling } from '../random/resampledRows.ts';
import { Replicates } from '../state/replicates.ts';
import type { AnyState } from '../state/stateRecord.ts';
import type { AnyMetric, MetricInputs, MetricValue } from './anyMetric.ts';
import { restoredState } from './restoredState.ts';
import { canDraw, hasWeights, requireDrawable, tableDraws } from './tableDraws.ts';
import { mapNumbers, numbersOf } from './valueNumbers.ts';
import { WrapperMetric } from './wrapperMetric.ts';

/** Options of {@link BootStrapper}. */
export interface BootStrapperOptions extends BootstrapOptions {
  /**
   * How samples are drawn. `'multinomial'`: as many as there are, from a table of counts or, where there
   * is none, from each batch. `'poisson'`: each sample a number of times that is Poisson, once on average.
   * Left out, the former for tables and the latter for all else.
   */
  readonly sampling?: Sampling | undefined;
}

/** How sure a value is: an interval in place of each of its numbers. */
export type ValueIntervals<Value> = Value extends number
  ? BootstrapInterval
  : { readonly [Part in keyof Value]: ValueIntervals<Value[Part]> };

const bootStrapperOptions: OptionSchema<BootStrapperOptions> =
  /* @__PURE__ */ optionSchema<BootStrapperOptions>(() => ({
    ...bootstrapOptionChecks(),
    sampling: nameCheck(['poisson', 'multinomial']),
  }));

/**
 * How sure the value of a metric is, by the bootstrap: each number with an interval for what it would be of
 * endlessly many samples, its standard error and its bias. See {@link bootstrapInterval}.
 *
 * Of scores of a contingency table nothing more is kept than the table, which a collection shares with the
 * scores themselves: tables are drawn from its counts when the value is asked for (1000 when `draws` is
 * left out), at a cost that does not depend on the samples. For all other metrics every batch is drawn
 * from as it comes in (100 times when left out), and as many states are kept.
 *
 * @throws {@link MetricInputError} when the metric has seen batches, or an option is not as described.
 *
 * @example
 * ```ts
 * import { AdjustedRandScore, BootStrapper, ContingencyTable } from 'tfjs-metrics';
 *
 * const metric = new BootStrapper(new AdjustedRandScore());
 * metric.update(ContingencyTable.fromMatrix([[45, 5], [12, 38]]));
 * metric.compute(); // { value: 0.43, lower: 0.2292, upper: 0.6230, standardError: 0.0993, bias: -0.0007 }
 * ```
 */
export class BootStrapper<M extends AnyMetric> extends WrapperMetric<
  M,
  ValueIntervals<MetricValue<M>>,
  AnyState,
  BootStrapperOptions
> {
  static override readonly metricName = 'BootStrapper';

  /** Whether tables are drawn from the state of the metric. */
  readonly #isTable: boolean;

  constructor(metric: M, options?: BootStrapperOptions) {
    super(metric, readOptions('BootStrapper', bootStrapperOptions, options));
    this.#isTable =
      this.options.sampling !== 'poisson' && canDraw(metric.createState() as AnyState);
  }

  override get stateKey(): string | undefined {
    return this.#isTable ? this.metric.stateKey : undefined;
  }

  /** Samples can be drawn from whole counts only. */
  override validate(...inputs: MetricInputs<M>): void {
    super.validate(...inputs);
    if (!this.#isTable || !(inputs as readonly unknown[]).some(hasWeights)) return;
    const batch = this.metric.createState() as AnyState;
    if (this.metric.updateState(batch, ...(inputs as readonly unknown[])) !== false) {
      this.validateState(batch);
    }
  }

  override validateState(state: AnyState): void {
    if (this.#isTable) requireDrawable(state);
  }

  override createState(): AnyState {
    const make = () => this.metric.createState() as AnyState;
    if (this.#isTable) return make();
    const { draws = 100, seed = 0 } = this.options;
    return new Replicates(make, draws, seed);
  }

  override updateState(state: AnyState, ...inputs: MetricInputs<M>): unknown {
    if (!(state instanceof Replicates)) {
      return this.metric.updateState(state, ...(inputs as readonly unknown[]));
    }
    const whole = this.metric.createState() as AnyState;
    if (this.metric.updateState(whole, ...(inputs as readonly unknown[])) === false) return false;
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
    const { whole, endless, drawn } =
      state instanceof Replicates ? this.#replicated(state) : this.#drawn(state);
    return mapNumbers(whole, (value, k) => {
      const draws = Float64Array.from(drawn, (numbers) => numbers[k]!);
      return intervalOf(value, endless[k]!, draws, this.options);
    }) as ValueIntervals<MetricValue<M>>;
  }

  override scoresIn(intervals: ValueIntervals<MetricValue<M>>, name: string): ChartedScore[] {
    const all: BootstrapInterval[] = [];
    const values = valuesIn(intervals, all);
    const scores = this.metric.scoresIn(values as never, this.scoreName(name));
    return scores.flatMap((score, k) => {
      const { lower, upper, standardError, bias } = all[k]!;
      return [
        score,
        { ...score, name: `${score.name}_lower`, value: lower },
        { ...score, name: `${score.name}_upper`, value: upper },
        { name: `${score.name}_standardError`, value: standardError },
        { name: `${score.name}_bias`, value: bias },
      ];
    });
  }

  override chartState(state: AnyState): ChartPart[] {
    return this.metric.chartState(
      state instanceof Replicates ? (state as Replicates<AnyState>).whole : state,
    );
  }

  override restoreState(snapshot: unknown): AnyState {
    const restoreOne = (state: unknown) => restoredState(this.metric, state);
    const state = this.createState();
    return state instanceof Replicates
      ? (state as Replicates<AnyState>).restored(snapshot, restoreOne)
      : restoreOne(snapshot);
  }

  #replicated(state: Replicates<AnyState>) {
    const whole: unknown = this.metric.computeFrom(state.whole);
    const drawn = state.draws.map((draw) => numbersOf(this.metric.computeFrom(draw)));
    return { whole, endless: numbersOf(whole), drawn };
  }

  #drawn(state: AnyState) {
    const { draws = 1000, seed = 0 } = this.options;
    const { next, endless } = tableDraws(state, RandomSource.of(seed), ENDLESS);
    const read = (table: AnyState) => this.metric.computeFrom(table) as unknown;
    const drawn = Array.from({ length: draws }, () => numbersOf(read(next())));
    return { whole: read(state), endless: numbersOf(read(endless)), drawn };
  }
}

/** The values in intervals, in their shape; the intervals themselves go into `all`. */
function valuesIn(intervals: unknown, all: BootstrapInterval[]): unknown {
  if (typeof intervals !== 'object' || intervals === null) return intervals;
  if ('standardError' in intervals) {
    all.push(intervals as BootstrapInterval);
    return (intervals as BootstrapInterval).value;
  }
  if (Array.isArray(intervals)) return intervals.map((part) => valuesIn(part, all));
  const parts = Object.entries(intervals).map(
    ([name, part]) => [name, valuesIn(part, all)] as const,
  );
  return Object.fromEntries(parts);
}
