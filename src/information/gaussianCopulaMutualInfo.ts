import {
  gaussianCopulaMutualInfo,
  gaussianSampleOptions,
  type GaussianSampleOptions,
} from '../functional/information/gaussian/gaussianCopulaMutualInfo.ts';
import type { FlatSamples } from '../inputs/samples.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { samplePairOptions, SamplePairMetric, type SamplePairOptions } from '../metrics/families/samplePairMetric.ts';

/** Options for {@link GaussianCopulaMutualInfo}. */
export interface GaussianCopulaMutualInfoOptions extends GaussianSampleOptions, SamplePairOptions {}

const gaussianCopulaMutualInfoOptions = /* @__PURE__ */ defineOptions<GaussianCopulaMutualInfoOptions>(
  'GaussianCopulaMutualInfo',
  () => ({
    ...gaussianSampleOptions.checks(),
    ...samplePairOptions.checks(),
  }),
);

/**
 * Mutual information of the values of all batches, assuming a Gaussian copula: {@link gaussianCopulaMutualInfo} of the
 * stored samples.
 *
 * The ranks of the values depend on all samples. The state therefore holds all samples (8 bytes per value and 8 per
 * sample), or a uniform random subset of `maxSamples` samples. The states of several workers can be merged.
 * {@link GaussianMutualInfo} does not store samples. The value is NaN (or the value of `onUndefined`) unless there are
 * more samples than columns of both variables together.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link GaussianCopulaMutualInfoOptions}.
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

  /** Returns the number of columns plus one. */
  override leastSamples(columns: number): number {
    return columns + 1;
  }

  /** Computes {@link gaussianCopulaMutualInfo} from the stored samples. */
  override score(x: FlatSamples, y: FlatSamples): number {
    return gaussianCopulaMutualInfo(x, y, this.scoreOptions);
  }
}
