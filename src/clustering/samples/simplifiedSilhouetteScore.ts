import { simplifiedSilhouetteScore } from '../../functional/clustering/samples/simplifiedSilhouetteScore.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { LabeledSampleMetric, sampleBufferOptions } from '../../metrics/families/labeledSampleMetric.ts';
import type { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';

/** Options for {@link SimplifiedSilhouetteScore}. */
export interface SimplifiedSilhouetteScoreOptions extends LabelOptions, SampleBufferOptions {}

const simplifiedSilhouetteScoreMetricOptions = /* @__PURE__ */ defineOptions<SimplifiedSilhouetteScoreOptions>(
  'SimplifiedSilhouetteScore',
  () => ({
    ...labelOptions.checks(),
    ...sampleBufferOptions.checks(),
  }),
);

/**
 * Simplified silhouette of the samples of all batches: {@link simplifiedSilhouetteScore} of the stored samples.
 *
 * The state holds all samples (8 bytes per value and 16 per sample), or a uniform random subset of `maxSamples`
 * samples. The states of several workers can be merged.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SimplifiedSilhouetteScoreOptions}.
 *
 * @example
 * ```ts
 * import { SimplifiedSilhouetteScore } from 'tfjs-metrics';
 *
 * const metric = new SimplifiedSilhouetteScore();
 * metric.update([0, 9], [0, 1]);
 * metric.update([1, 10], [0, 1]);
 * metric.compute(); // 0.9443
 * ```
 */
export class SimplifiedSilhouetteScore extends LabeledSampleMetric<SimplifiedSilhouetteScoreOptions> {
  static override readonly metricName = 'SimplifiedSilhouetteScore';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: SimplifiedSilhouetteScoreOptions) {
    super(simplifiedSilhouetteScoreMetricOptions(options));
  }

  /** Computes {@link simplifiedSilhouetteScore} from the stored samples. */
  override computeFrom(state: LabeledSampleBuffer): number {
    return simplifiedSilhouetteScore(state, this.scoreOptions);
  }
}
