import {
  checkAggregatedValues,
  type AggregatedOptions,
  type AggregatedValues,
  type CheckedValues,
  type NanStrategy,
} from '../inputs/aggregatedValues.ts';
import type { MetricState } from '../state/metricState.ts';
import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { optionCheck } from '../inputs/options/optionCheck.ts';
import { checkInputCount } from '../metrics/checkInputCount.ts';
import { Metric } from '../metrics/metric.ts';

/** Options common to all aggregations. */
export interface AggregationOptions {
  /**
   * Treatment of NaN. `'error'` throws, `'warn'` skips NaN and logs a warning, and `'ignore'` skips NaN silently.
   * `'disable'` keeps NaN, so that the value becomes NaN. A number replaces NaN. Default: `'warn'`.
   */
  readonly nanStrategy?: NanStrategy | undefined;
}

const STRATEGIES: readonly unknown[] = ['error', 'warn', 'ignore', 'disable'];

/** Reads {@link AggregationOptions}. */
export const aggregationOptions: OptionsReader<AggregationOptions> = /* @__PURE__ */ defineOptions(
  'AggregationOptions',
  () => ({
    nanStrategy: optionCheck(
      (value) => STRATEGIES.includes(value) || Number.isFinite(value),
      '"error", "warn", "ignore", "disable" or a finite number',
    ),
  }),
);

/**
 * Base class for aggregations of numbers, such as the losses of batches.
 *
 * @example
 * ```ts
 * import {
 *   AggregationMetric,
 *   WeightedSum,
 *   type CheckedValues,
 * } from 'tfjs-metrics';
 *
 * class MeanOfSquares extends AggregationMetric<number, WeightedSum> {
 *   override createState() {
 *     return new WeightedSum();
 *   }
 *   override aggregate(sum: WeightedSum, { values, weights }: CheckedValues) {
 *     sum.add(
 *       values.map((value) => value ** 2),
 *       weights,
 *     );
 *   }
 *   override computeFrom({ total, weight }: WeightedSum) {
 *     return total / weight;
 *   }
 * }
 *
 * const metric = new MeanOfSquares({ nanStrategy: 'ignore' });
 * metric.update([1, 2, NaN]);
 * metric.update(3);
 * metric.compute(); // 4.6667
 * ```
 */
export abstract class AggregationMetric<
  Value,
  State extends MetricState<State>,
  Options extends AggregationOptions = AggregationOptions,
> extends Metric<readonly [values: AggregatedValues, options?: AggregatedOptions | undefined], Value, State, Options> {
  constructor(options?: Options, reader: OptionsReader<Options> = aggregationOptions as never) {
    const { metricName, name } = new.target as unknown as typeof Metric;
    super(reader(options, metricName ?? name));
  }

  /** Adds checked values to a state. */
  abstract aggregate(state: State, values: CheckedValues): void;

  override updateState(
    state: State,
    ...inputs: readonly [values: AggregatedValues, options?: AggregatedOptions | undefined]
  ): boolean {
    checkInputCount(this.name, inputs, 2);
    const [values, options] = inputs;
    const { nanStrategy = 'warn' } = this.options;
    const checked = checkAggregatedValues(this.name, values, options, nanStrategy);
    if (checked.values.length === 0) return false;
    this.aggregate(state, checked);
    return true;
  }
}
