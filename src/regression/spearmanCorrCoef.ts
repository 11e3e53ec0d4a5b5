import { spearmanCorrCoefOfRanks } from '../functional/regression/ranks/spearmanCorrCoef.ts';
import type { Multioutput, OutputOptions, OutputScore } from '../functional/regression/outputOptions.ts';
import { RankMetric } from '../metrics/families/rankMetric.ts';
import type { SampleBufferOptions } from '../state/samples/sampleBuffer.ts';

/** Options for {@link SpearmanCorrCoef}. */
export interface SpearmanCorrCoefMetricOptions<Mode extends Multioutput = Multioutput>
  extends OutputOptions<Mode>, SampleBufferOptions {}

/**
 * Spearman rank correlation over all batches: {@link spearmanCorrCoef} of the stored samples.
 *
 * The state holds all samples (8 bytes per value and 8 per sample), or a uniform random subset of `maxSamples` samples.
 * In a collection, scores with equal `maxSamples` and `seed` share the samples.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SpearmanCorrCoefMetricOptions}.
 *
 * @example
 * ```ts
 * import { SpearmanCorrCoef } from 'tfjs-metrics';
 *
 * const metric = new SpearmanCorrCoef({ maxSamples: 10_000 });
 * metric.update([2.5, 1], [3, -0.5]);
 * metric.update([4, 7], [2, 1]);
 * metric.compute(); // 0.2
 * ```
 */
export class SpearmanCorrCoef<const Mode extends Multioutput = 'uniformAverage'> extends RankMetric<
  OutputOptions,
  OutputScore<Mode>
> {
  static override readonly metricName = 'SpearmanCorrCoef';
  static override readonly title = 'Spearman correlation';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: SpearmanCorrCoefMetricOptions<Mode>) {
    super(spearmanCorrCoefOfRanks, options);
  }
}
