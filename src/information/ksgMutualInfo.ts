import {
  checkKsgMetric,
  ksgMutualInfoOptions,
  ksgMutualInfo,
  type KsgMutualInfoOptions,
} from '../functional/information/neighbors/ksgMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/samplePairMetric.ts';

/** Options of {@link KsgMutualInfo}. */
export interface KsgMutualInfoMetricOptions extends KsgMutualInfoOptions, SamplePairOptions {}

const ksgMutualInfoMetricOptions = /* @__PURE__ */ defineOptions<KsgMutualInfoMetricOptions>('KsgMutualInfo', () => ({
  ...ksgMutualInfoOptions.checks(),
  ...samplePairOptions.checks(),
}));

/**
 * Mutual information of the continuous values of all batches, from the distances of nearest neighbours:
 * {@link ksgMutualInfo} of the samples themselves.
 *
 * Keeps all samples, 8 bytes a value, or a uniform random choice of `maxSamples`, which merges over workers.
 * Computing takes time of the order of N log N. NaN for no more than `k` samples, or what `onUndefined` says.
 *
 * @throws {@link MetricInputError} when an option is not as {@link KsgMutualInfoMetricOptions} describes.
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

  /** One more than there are neighbours. */
  override leastSamples(): number {
    return (this.options.k ?? 3) + 1;
  }

  /** {@link ksgMutualInfo} of the samples that are kept. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return ksgMutualInfo(x, y, this.scoreOptions);
  }
}
