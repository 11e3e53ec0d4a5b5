import {
  checkAggregatedValues,
  type AggregatedOptions,
  type AggregatedValues,
  type CheckedValues,
  type NanStrategy,
} from '../inputs/aggregatedValues.ts';
import type { MetricState } from '../state/metricState.ts';
import { defineOptions, type OptionsReader } from '../inputs/defineOptions.ts';
import { optionCheck } from '../inputs/optionCheck.ts';
import { Metric } from '../metrics/metric.ts';

/** Options of every aggregation. */
export interface AggregationOptions {
  /**
   * What to do with NaN: refuse the batch (`'error'`), leave it out with a warning (`'warn'`) or without
   * (`'ignore'`), let it make the value NaN (`'disable'`), or take this number in its place. Default: `'warn'`.
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
 * One number, or a list, made of all numbers that came in, such as the losses of batches.
 *
 * @example
 * ```ts
 * import { AggregationMetric, MeanMetric } from 'tfjs-metrics';
 *
 * const metric = new MeanMetric({ nanStrategy: 'ignore' });
 * metric instanceof AggregationMetric; // true
 * ```
 */
export abstract class AggregationMetric<
  Value,
  State extends MetricState<State>,
  Options extends AggregationOptions = AggregationOptions,
> extends Metric<readonly [values: AggregatedValues, options?: AggregatedOptions | undefined], Value, State, Options> {
  constructor(options: Options | undefined, readOptions: OptionsReader<Options>) {
    const { metricName, name } = new.target as unknown as typeof Metric;
    super(readOptions(options, metricName ?? name));
  }

  /** Takes in values that have been checked. */
  abstract aggregate(state: State, values: CheckedValues): void;

  override updateState(state: State, values: AggregatedValues, options?: AggregatedOptions): boolean {
    const { nanStrategy = 'warn' } = this.options;
    const checked = checkAggregatedValues(this.name, values, options, nanStrategy);
    if (checked.values.length === 0) return false;
    this.aggregate(state, checked);
    return true;
  }
}
