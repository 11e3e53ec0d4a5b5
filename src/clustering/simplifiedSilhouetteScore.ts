import { simplifiedSilhouetteScore } from '../functional/clustering/simplifiedSilhouetteScore.ts';
import { labelOptionChecks, type LabelOptions } from '../inputs/labelOptions.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { LabeledSampleMetric, sampleBufferChecks } from '../metrics/labeledSampleMetric.ts';
import type { LabeledSampleBuffer } from '../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../state/samples/sampleBuffer.ts';

/** Options of {@link SimplifiedSilhouetteScore}. */
export interface SimplifiedSilhouetteScoreOptions extends LabelOptions, SampleBufferOptions {}

const simplifiedSilhouetteScoreMetricOptions: OptionSchema<SimplifiedSilhouetteScoreOptions> =
  /* @__PURE__ */ optionSchema<SimplifiedSilhouetteScoreOptions>(() => ({
    ...labelOptionChecks(),
    ...sampleBufferChecks(),
  }));

/**
 * Simplified silhouette of the samples of all batches: {@link simplifiedSilhouetteScore} of the samples
 * themselves.
 *
 * Keeps all samples, 8 bytes a value, or a uniform random choice of `maxSamples`, which merges over workers.
 *
 * @throws {@link MetricInputError} when an option is not as {@link SimplifiedSilhouetteScoreOptions}
 * describes.
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
    super(readOptions('SimplifiedSilhouetteScore', simplifiedSilhouetteScoreMetricOptions, options));
  }

  /** {@link simplifiedSilhouetteScore} of the samples that are kept. */
  override computeFrom(state: LabeledSampleBuffer): number {
    return simplifiedSilhouetteScore(state, this.scoreOptions);
  }
}
