import { checkLabeledSamples } from '../../inputs/labeledSamples.ts';
import type { Labels } from '../../inputs/labels.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck } from '../../inputs/options/optionCheck.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import type { SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';
import { checkInputCount } from '../checkInputCount.ts';
import { Metric } from '../metric.ts';

/** Reads {@link SampleBufferOptions}. */
export const sampleBufferOptions: OptionsReader<SampleBufferOptions> = /* @__PURE__ */ defineOptions(
  'SampleBufferOptions',
  () => ({
    maxSamples: countCheck(),
    seed: seedCheck(),
  }),
);

/**
 * Base class for scores of clustered samples whose state holds the samples: all of them (8 bytes per value and 16 per
 * sample), or a uniform random subset of `maxSamples` samples. In a collection, scores with equal `maxSamples` and
 * `seed` share the samples.
 *
 * @example
 * ```ts
 * import {
 *   LabeledSampleMetric,
 *   type LabeledSampleBuffer,
 *   type SampleBufferOptions,
 * } from 'tfjs-metrics';
 *
 * class SamplesSeen extends LabeledSampleMetric<SampleBufferOptions> {
 *   override computeFrom(state: LabeledSampleBuffer) {
 *     return state.seen;
 *   }
 * }
 *
 * const metric = new SamplesSeen({ maxSamples: 100 });
 * metric.update(
 *   [
 *     [1, 2],
 *     [3, 4],
 *   ],
 *   ['a', 'b'],
 * );
 * metric.compute(); // 2
 * ```
 */
export abstract class LabeledSampleMetric<Options extends SampleBufferOptions> extends Metric<
  readonly [data: Samples, labels: Labels],
  number,
  LabeledSampleBuffer,
  Options
> {
  override get stateKey(): string {
    const { maxSamples = 'all', seed = 0 } = this.options;
    return `LabeledSampleBuffer ${maxSamples} ${seed}`;
  }

  /** Options of the score without those of the buffer. */
  protected get scoreOptions(): Omit<Options, keyof SampleBufferOptions> {
    return withoutOptions(this.options, ['maxSamples', 'seed']);
  }

  override createState(): LabeledSampleBuffer {
    const { maxSamples, seed } = this.options;
    return new LabeledSampleBuffer({ maxSamples, seed });
  }

  override updateState(state: LabeledSampleBuffer, ...inputs: readonly [data: Samples, labels: Labels]): boolean {
    checkInputCount(this.name, inputs, 2);
    const labeled = checkLabeledSamples(...inputs);
    state.add(labeled);
    return labeled.samples.n > 0;
  }
}
