import {
  gaussianCopulaMutualInfo,
  gaussianSampleOptions,
  type GaussianSampleOptions,
} from '../functional/information/gaussian/gaussianCopulaMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/samplePairMetric.ts';

/** Options of {@link GaussianCopulaMutualInfo}. */
export interface GaussianCopulaMutualInfoOptions extends GaussianSampleOptions, SamplePairOptions {}

const gaussianCopulaMutualInfoOptions = /* @__PURE__ */ defineOptions<GaussianCopulaMutualInfoOptions>(
  'GaussianCopulaMutualInfo',
  () => ({
    ...gaussianSampleOptions.checks(),
    ...samplePairOptions.checks(),
  }),
);

/**
 * Mutual information of the values of all batches by their ranks, as if these were of normal variables:
 * {@link gaussianCopulaMutualInfo} of the samples themselves.
 *
 * Ranks are known only when all samples are: it keeps them, 8 bytes a value, or a uniform random choice of
 * `maxSamples`, which merges over workers. {@link GaussianMutualInfo} needs no samples. NaN for no more samples
 * than columns, or what `onUndefined` says.
 *
 * @throws {@link MetricInputError} when an option is not as {@link GaussianCopulaMutualInfoOptions} describes.
 *
 * @example
 * ```ts
 * import { GaussianCopulaMutualInfo } from 'tfjs-metrics';
 *
 * const metric = new GaussianCopulaMutualInfo();
 * metric.update([0.1, 0.7, 0.4], [1.2, 190, 2.3]);
 * metric.update([0.9, 0.2], [24, 5]);
 * metric.compute(); // 0.5
 * ```
 */
export class GaussianCopulaMutualInfo extends SamplePairMetric<GaussianCopulaMutualInfoOptions> {
  static override readonly metricName = 'GaussianCopulaMutualInfo';
  static override readonly higherIsBetter = true;

  constructor(options?: GaussianCopulaMutualInfoOptions) {
    super(gaussianCopulaMutualInfoOptions(options));
  }

  /** One more than there are columns. */
  override leastSamples(columns: number): number {
    return columns + 1;
  }

  /** {@link gaussianCopulaMutualInfo} of the samples that are kept. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return gaussianCopulaMutualInfo(x, y, this.scoreOptions);
  }
}
