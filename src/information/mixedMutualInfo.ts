import {
  mixedMutualInfoOptions,
  mixedMutualInfo,
  type MixedMutualInfoOptions,
} from '../functional/information/neighbors/mixedMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/families/samplePairMetric.ts';

/** Options for {@link MixedMutualInfo}. */
export interface MixedMutualInfoMetricOptions extends MixedMutualInfoOptions, SamplePairOptions {}

const mixedMutualInfoMetricOptions = /* @__PURE__ */ defineOptions<MixedMutualInfoMetricOptions>(
  'MixedMutualInfo',
  () => ({
    ...mixedMutualInfoOptions.checks(),
    ...samplePairOptions.checks(),
  }),
);

/**
 * Mutual information of the continuous, discrete or mixed values of all batches: {@link mixedMutualInfo} of the stored
 * samples.
 *
 * The state holds all samples (8 bytes per value and 8 per sample), or a uniform random subset of `maxSamples` samples.
 * The states of several workers can be merged. Computing takes about O(N log N) time for N samples. The value is NaN
 * (or the value of `onUndefined`) if there are `k` samples or fewer.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link MixedMutualInfoMetricOptions}.
 *
 * @example
 * ```ts
 * import { MixedMutualInfo } from 'tfjs-metrics';
 *
 * const metric = new MixedMutualInfo({ k: 1, maxSamples: 10_000 });
 * metric.update([0.1, 0.7, 0.4], [0, 1, 0]);
 * metric.update([0.9, 0.2], [1, 0]);
 * metric.compute(); // 0.8867
 * ```
 */
export class MixedMutualInfo extends SamplePairMetric<MixedMutualInfoMetricOptions> {
  static override readonly metricName = 'MixedMutualInfo';
  static override readonly higherIsBetter = true;

  constructor(options?: MixedMutualInfoMetricOptions) {
    super(mixedMutualInfoMetricOptions(options));
  }

  /** Returns the number of neighbors plus one. */
  override leastSamples(): number {
    return (this.options.k ?? 3) + 1;
  }

  /** Computes {@link mixedMutualInfo} from the stored samples. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return mixedMutualInfo(x, y, this.scoreOptions);
  }
}
