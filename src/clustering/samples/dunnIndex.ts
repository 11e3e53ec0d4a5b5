import { checkStoredOrder, nameOfDistanceCheck } from '../../functional/clustering/samples/distanceCheck.ts';
import { DISTANCES, type NamedDistance } from '../../numeric/neighbors/distance.ts';
import { dunnIndex } from '../../functional/clustering/samples/dunnIndex.ts';
import { dunnIndexOptions, type DunnIndexOptions } from '../../functional/clustering/samples/dunnIndex.ts';
import { LabeledSampleMetric, sampleBufferOptions } from '../../metrics/families/labeledSampleMetric.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import type { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';

/** Options for {@link DunnIndex}. */
export interface DunnIndexMetricOptions extends Omit<DunnIndexOptions, 'metric'>, SampleBufferOptions {
  /** Name of the distance; functions are not supported, since a snapshot cannot store them. Default: `'euclidean'`. */
  readonly metric?: NamedDistance | undefined;
}

const dunnIndexMetricOptions = /* @__PURE__ */ defineOptions<DunnIndexMetricOptions>('DunnIndex', () => ({
  ...dunnIndexOptions.checks(),
  metric: nameOfDistanceCheck(DISTANCES, 'dunnIndex'),
  ...sampleBufferOptions.checks(),
}));

/**
 * Dunn index of the samples of all batches: {@link dunnIndex} of the stored samples. By default, distances are measured
 * from centroids; `between: 'samples'` is the original definition.
 *
 * The state holds all samples (8 bytes per value and 16 per sample), or a uniform random subset of `maxSamples`
 * samples. The states of several workers can be merged.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link DunnIndexMetricOptions}.
 *
 * @example
 * ```ts
 * import { DunnIndex } from 'tfjs-metrics';
 *
 * const metric = new DunnIndex({ maxSamples: 10_000 });
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
 * metric.compute(); // 11.4018
 * ```
 */
export class DunnIndex extends LabeledSampleMetric<DunnIndexMetricOptions> {
  static override readonly metricName = 'DunnIndex';
  static override readonly title = 'Dunn index';
  static override readonly higherIsBetter = true;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: DunnIndexMetricOptions) {
    super(checkStoredOrder('DunnIndex', dunnIndexMetricOptions(options)));
  }

  /** Computes {@link dunnIndex} from the stored samples. */
  override computeFrom(state: LabeledSampleBuffer): number {
    return dunnIndex(state, this.scoreOptions);
  }
}
