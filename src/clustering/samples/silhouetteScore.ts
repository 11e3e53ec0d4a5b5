import { checkStoredOrder, nameOfDistanceCheck } from '../../functional/clustering/samples/distanceCheck.ts';
import { silhouetteScore } from '../../functional/clustering/samples/silhouetteScore.ts';
import {
  SILHOUETTE_DISTANCES,
  silhouetteOptions,
  type SilhouetteDistance,
  type SilhouetteOptions,
} from '../../functional/clustering/samples/silhouetteOptions.ts';
import { LabeledSampleMetric, sampleBufferOptions } from '../../metrics/families/labeledSampleMetric.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import type { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';

/** Options for {@link SilhouetteScore}. */
export interface SilhouetteScoreMetricOptions extends Omit<SilhouetteOptions, 'metric'>, SampleBufferOptions {
  /** Name of the distance; functions are not supported, since a snapshot cannot store them. Default: `'euclidean'`. */
  readonly metric?: SilhouetteDistance | undefined;
}

const silhouetteScoreMetricOptions = /* @__PURE__ */ defineOptions<SilhouetteScoreMetricOptions>(
  'SilhouetteScore',
  () => ({
    ...silhouetteOptions.checks(),
    metric: nameOfDistanceCheck(SILHOUETTE_DISTANCES, 'silhouetteScore'),
    ...sampleBufferOptions.checks(),
  }),
);

/**
 * Mean silhouette of the samples of all batches: {@link silhouetteScore} of the stored samples.
 *
 * The state holds all samples (8 bytes per value and 16 per sample), or a uniform random subset of `maxSamples`
 * samples. The states of several workers can be merged.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link SilhouetteScoreMetricOptions}.
 *
 * @example
 * ```ts
 * import { SilhouetteScore } from 'tfjs-metrics';
 *
 * const metric = new SilhouetteScore({ maxSamples: 10_000 });
 * metric.update(
 *   [
 *     [0, 0],
 *     [4, 4],
 *   ],
 *   ['a', 'b'],
 * );
 * metric.update(
 *   [
 *     [0, 1],
 *     [5, 4],
 *   ],
 *   ['a', 'b'],
 * );
 * metric.compute(); // 0.8246
 * ```
 */
export class SilhouetteScore extends LabeledSampleMetric<SilhouetteScoreMetricOptions> {
  static override readonly metricName = 'SilhouetteScore';
  static override readonly title = 'Mean silhouette';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [-1, 1];

  constructor(options?: SilhouetteScoreMetricOptions) {
    super(checkStoredOrder('SilhouetteScore', silhouetteScoreMetricOptions(options)));
  }

  /** Computes {@link silhouetteScore} from the stored samples. */
  override computeFrom(state: LabeledSampleBuffer): number {
    return silhouetteScore(state, this.scoreOptions);
  }
}
