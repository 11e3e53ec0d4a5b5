import { type CheckedValues } from '../inputs/aggregatedValues.ts';
import { requireFinite } from '../inputs/requireFinite.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { SampleBuffer, type SampleBufferOptions } from '../state/samples/sampleBuffer.ts';
import { AggregationMetric, aggregationOptions, type AggregationOptions } from './aggregationMetric.ts';
import { sampleBufferOptions } from '../metrics/families/labeledSampleMetric.ts';

/** Options for {@link CatMetric}. */
export interface CatMetricOptions extends AggregationOptions, SampleBufferOptions {}

const catOptions = /* @__PURE__ */ defineOptions<CatMetricOptions>('CatMetric', () => ({
  ...aggregationOptions.checks(),
  ...sampleBufferOptions.checks(),
}));

/**
 * Concatenates all numbers in order, or keeps a uniform random sample of `maxSamples` of them. Without `maxSamples`,
 * memory grows with the number of values. Numbers with weight 0 are skipped; other weights have no effect. Numbers must
 * be finite.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link CatMetricOptions}.
 *
 * @example
 * ```ts
 * import { CatMetric } from 'tfjs-metrics';
 *
 * const metric = new CatMetric();
 * metric.update([1, 2]);
 * metric.update(3);
 * metric.compute(); // Float64Array [1, 2, 3]
 * ```
 */
export class CatMetric extends AggregationMetric<Float64Array, SampleBuffer, CatMetricOptions> {
  static override readonly metricName = 'CatMetric';

  constructor(options?: CatMetricOptions) {
    super(options, catOptions);
  }

  override get stateKey(): string {
    const { nanStrategy = 'warn', maxSamples = 'all', seed = 0 } = this.options;
    return `SampleBuffer ${nanStrategy} ${maxSamples} ${seed}`;
  }

  override createState(): SampleBuffer {
    const { maxSamples, seed } = this.options;
    return new SampleBuffer({ maxSamples, seed });
  }

  override aggregate(state: SampleBuffer, { values, weights }: CheckedValues): void {
    requireFinite('values', values, [values.length], weights);
    const data = weights ? values.filter((_, k) => weights[k] !== 0) : values;
    state.add([{ data, n: data.length, d: 1 }]);
  }

  /** Returns the numbers. */
  override computeFrom(state: SampleBuffer): Float64Array {
    return Float64Array.from(state.blocks()[0]?.data ?? []);
  }
}
