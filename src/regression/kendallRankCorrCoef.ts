import {
  kendallRankCorrCoefOfRanks,
  type KendallRankCorrCoefOptions,
} from '../functional/regression/ranks/kendallRankCorrCoef.ts';
import type { Multioutput, OutputScore } from '../functional/regression/outputOptions.ts';
import { RankMetric } from '../metrics/families/rankMetric.ts';
import type { SampleBufferOptions } from '../state/samples/sampleBuffer.ts';

/** Options for {@link KendallRankCorrCoef}. */
export interface KendallRankCorrCoefMetricOptions<Mode extends Multioutput = Multioutput>
  extends KendallRankCorrCoefOptions<Mode>, SampleBufferOptions {}

/**
 * Kendall rank correlation over all batches: {@link kendallRankCorrCoef} of the stored samples.
 *
 * The state holds all samples (8 bytes per value and 8 per sample), or a uniform random subset of `maxSamples` samples.
 * In a collection, scores with equal `maxSamples` and `seed` share the samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link KendallRankCorrCoefMetricOptions}.
 *
 * @example
 * ```ts
 * import { KendallRankCorrCoef } from 'tfjs-metrics';
 *
 * const metric = new KendallRankCorrCoef({ maxSamples: 10_000 });
 * metric.update([2.5, 1], [3, -0.5]);
 * metric.update([4, 7], [2, 1]);
 * metric.compute(); // 0
 * ```
 */
export class KendallRankCorrCoef<const Mode extends Multioutput = 'uniformAverage'> extends RankMetric<
  KendallRankCorrCoefOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'KendallRankCorrCoef';
  static override readonly title = 'Kendall correlation';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: KendallRankCorrCoefMetricOptions<Mode>) {
    super(kendallRankCorrCoefOfRanks, options);
  }

  /** Returns false for τ_a and τ_c, because repeated samples are ties, for which they are not corrected. */
  override allowsRepeatedSamples(): boolean {
    return (this.options.variant ?? 'b') === 'b';
  }
}
