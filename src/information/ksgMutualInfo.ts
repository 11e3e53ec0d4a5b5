import {
  checkKsgMetric,
  ksgMutualInfoOptions,
  ksgMutualInfo,
  type KsgMutualInfoOptions,
} from '../functional/information/neighbors/ksgMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/families/samplePairMetric.ts';

/** Options for {@link KsgMutualInfo}. */
export interface KsgMutualInfoMetricOptions extends KsgMutualInfoOptions, SamplePairOptions {}

const ksgMutualInfoMetricOptions = /* @__PURE__ */ defineOptions<KsgMutualInfoMetricOptions>('KsgMutualInfo', () => ({
  ...ksgMutualInfoOptions.checks(),
  ...samplePairOptions.checks(),
}));

/**
 * Mutual information of the continuous values of all batches, from nearest-neighbor distances: {@link ksgMutualInfo} of
 * the stored samples.
 *
 * The state holds all samples (8 bytes per value and 8 per sample), or a uniform random subset of `maxSamples` samples.
 * The states of several workers can be merged. Computing takes about O(N log N) time, or O(N² d) with a `metric` other
 * than `'chebyshev'`. The value is NaN (or the value of `onUndefined`) if there are `k` samples or fewer. Here, N is
 * the number of samples and d the number of columns.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link KsgMutualInfoMetricOptions}.
 *
 * @example
 * ```ts
 * import { KsgMutualInfo } from 'tfjs-metrics';
 *
 * const metric = new KsgMutualInfo({ k: 1, maxSamples: 10_000 });
 * metric.update([0.1, 0.7, 0.4], [1.2, 1.9, 1.3]);
 * metric.update([0.9, 0.2], [2.4, 1.1]);
 * metric.compute(); // 0.7667
 * ```
 */
export class KsgMutualInfo extends SamplePairMetric<KsgMutualInfoMetricOptions> {
  static override readonly metricName = 'KsgMutualInfo';
  static override readonly higherIsBetter = true;

  constructor(options?: KsgMutualInfoMetricOptions) {
    super(checkKsgMetric('KsgMutualInfo', ksgMutualInfoMetricOptions(options)));
  }

  /** Returns the number of neighbors plus one. */
  override leastSamples(): number {
    return (this.options.k ?? 3) + 1;
  }

  /** Computes {@link ksgMutualInfo} from the stored samples. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return ksgMutualInfo(x, y, this.scoreOptions);
  }
}
