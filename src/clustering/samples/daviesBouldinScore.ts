import { daviesBouldinScore } from '../../functional/clustering/samples/daviesBouldinScore.ts';
import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { LabeledSampleMetric, sampleBufferOptions } from '../../metrics/families/labeledSampleMetric.ts';
import type { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';

/** Options for {@link DaviesBouldinScore}. */
export interface DaviesBouldinScoreOptions extends LabelOptions, SampleBufferOptions {}

const daviesBouldinScoreMetricOptions = /* @__PURE__ */ defineOptions<DaviesBouldinScoreOptions>(
  'DaviesBouldinScore',
  () => ({
    ...labelOptions.checks(),
    ...sampleBufferOptions.checks(),
  }),
);

/**
 * Davies–Bouldin score of the samples of all batches: {@link daviesBouldinScore} of the stored samples. **Lower** is
 * better.
 *
 * The state holds all samples (8 bytes per value and 16 per sample), or a uniform random subset of `maxSamples`
 * samples. The states of several workers can be merged.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link DaviesBouldinScoreOptions}.
 *
 * @example
 * ```ts
 * import { DaviesBouldinScore } from 'tfjs-metrics';
 *
 * const metric = new DaviesBouldinScore({ maxSamples: 10_000 });
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
 * metric.compute(); // 0.1754
 * ```
 */
export class DaviesBouldinScore extends LabeledSampleMetric<DaviesBouldinScoreOptions> {
  static override readonly metricName = 'DaviesBouldinScore';
  static override readonly title = 'Davies–Bouldin index';
  static override readonly higherIsBetter = false;
  static override readonly range: readonly [number, number] = [0, Infinity];

  constructor(options?: DaviesBouldinScoreOptions) {
    super(daviesBouldinScoreMetricOptions(options));
  }

  /** Computes {@link daviesBouldinScore} from the stored samples. */
  override computeFrom(state: LabeledSampleBuffer): number {
    return daviesBouldinScore(state, this.scoreOptions);
  }
}
