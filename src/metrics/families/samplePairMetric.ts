import { undefinedScore } from '../../functional/undefinedScore.ts';
import { onUndefinedCheck, type OnUndefined } from '../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import { flatSamples, type CheckedSamples, type FlatSamples, type Samples } from '../../inputs/samples.ts';
import type { SampleBuffer, SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';
import { sampleBufferOptions } from './labeledSampleMetric.ts';
import { SampleBufferMetric } from './sampleBufferMetric.ts';

/** Options common to every {@link SamplePairMetric}. */
export interface SamplePairOptions extends SampleBufferOptions {
  /** Value for too few samples: `'nan'`, a number, or `'throw'` for an error. Default: `'nan'`. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Reads {@link SamplePairOptions}. */
export const samplePairOptions: OptionsReader<SamplePairOptions> = /* @__PURE__ */ defineOptions(
  'SamplePairOptions',
  () => ({ ...sampleBufferOptions.checks(), onUndefined: onUndefinedCheck() }),
);

/**
 * Base class for scores of two variables whose state holds the samples: all of them (8 bytes per value and 8 per
 * sample), or a uniform random subset of `maxSamples` samples (at most twice that). In a collection, scores with equal
 * `maxSamples` and `seed` share the samples.
 *
 * @example
 * ```ts
 * import {
 *   SamplePairMetric,
 *   type FlatSamples,
 *   type SamplePairOptions,
 * } from 'tfjs-metrics';
 *
 * class MeanProduct extends SamplePairMetric<SamplePairOptions> {
 *   override leastSamples() {
 *     return 1;
 *   }
 *   override score(x: FlatSamples, y: FlatSamples) {
 *     let sum = 0;
 *     for (let i = 0; i < x.data.length; i++) sum += x.data[i]! * y.data[i]!;
 *     return sum / x.shape[0];
 *   }
 * }
 *
 * const metric = new MeanProduct();
 * metric.update([1, 2], [3, 4]);
 * metric.compute(); // 5.5
 * ```
 */
export abstract class SamplePairMetric<Options extends SamplePairOptions> extends SampleBufferMetric<Options> {
  /** Computes the score of at least {@link SamplePairMetric.leastSamples} samples. */
  abstract score(x: FlatSamples, y: FlatSamples): number;

  /** Returns the number of samples required for this total number of columns. */
  abstract leastSamples(columns: number): number;

  /** Returns false, because repeated samples are neighbors at distance 0 and have tied ranks. */
  override allowsRepeatedSamples(): boolean {
    return false;
  }

  protected override checkBatch(x: Samples, y: Samples): readonly CheckedSamples[] {
    return checkSampleBlocks([x, y], ['x', 'y']);
  }

  override computeFrom(state: SampleBuffer): number {
    const columns = (state.widths ?? [1, 1]).reduce((sum, width) => sum + width, 0);
    const least = this.leastSamples(columns);
    if (state.length < least) {
      const reason = `it needs at least ${least} samples, and has ${state.length}`;
      return undefinedScore(this.name, this.options.onUndefined, NaN, reason);
    }
    const [x, y] = state.blocks().map(flatSamples);
    return this.score(x!, y!);
  }

  /** Options of the score without those of the buffer and `onUndefined`. */
  protected get scoreOptions(): Omit<Options, keyof SamplePairOptions> {
    return withoutOptions(this.options, ['maxSamples', 'seed', 'onUndefined']);
  }
}
