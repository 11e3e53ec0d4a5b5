import {
  mixedMutualInfoOptions,
  mixedMutualInfo,
  type MixedMutualInfoOptions,
} from '../functional/information/neighbors/mixedMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/samplePairMetric.ts';

/** Options of {@link MixedMutualInfo}. */
export interface MixedMutualInfoMetricOptions extends MixedMutualInfoOptions, SamplePairOptions {}

const mixedMutualInfoMetricOptions = /* @__PURE__ */ defineOptions<MixedMutualInfoMetricOptions>(
  'MixedMutualInfo',
  () => ({
    ...mixedMutualInfoOptions.checks(),
    ...samplePairOptions.checks(),
  }),
);

/**
 * Mutual information of the values of all batches, continuous, discrete or both in part:
 * {@link mixedMutualInfo} of the samples themselves.
 *
 * Keeps all samples, 8 bytes a value, or a uniform random choice of `maxSamples`, which merges over workers.
 * Computing takes time of the order of N log N. NaN for no more than `k` samples, or what `onUndefined` says.
 *
 * @throws {@link MetricInputError} when an option is not as {@link MixedMutualInfoMetricOptions} describes.
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

  /** One more than there are neighbours. */
  override leastSamples(): number {
    return (this.options.k ?? 3) + 1;
  }

  /** {@link mixedMutualInfo} of the samples that are kept. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return mixedMutualInfo(x, y, this.scoreOptions);
  }
}
