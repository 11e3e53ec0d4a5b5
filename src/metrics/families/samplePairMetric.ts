import { undefinedScore } from '../../functional/undefinedScore.ts';
import { onUndefinedCheck, type OnUndefined } from '../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import { flatSamples, type FlatSamples, type Samples } from '../../inputs/samples.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import { SampleBuffer, type SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';
import { sampleBufferOptions } from './labeledSampleMetric.ts';
import { Metric } from '../metric.ts';

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
export abstract class SamplePairMetric<Options extends SamplePairOptions> extends Metric<
  readonly [x: Samples, y: Samples],
  number,
  SampleBuffer,
  Options
> {
  /** Computes the score of at least {@link SamplePairMetric.leastSamples} samples. */
  abstract score(x: FlatSamples, y: FlatSamples): number;

  /** Returns the number of samples required for this total number of columns. */
  abstract leastSamples(columns: number): number;

  /** Returns false, because repeated samples are neighbors at distance 0 and have tied ranks. */
  override allowsRepeatedSamples(): boolean {
    return false;
  }

  override get stateKey(): string {
    const { maxSamples = 'all', seed = 0 } = this.options;
    return `SampleBuffer ${maxSamples} ${seed}`;
  }

  override createState(): SampleBuffer {
    const { maxSamples, seed } = this.options;
    return new SampleBuffer({ maxSamples, seed });
  }

  override updateState(state: SampleBuffer, x: Samples, y: Samples): boolean {
    const blocks = checkSampleBlocks([x, y], ['x', 'y']);
    state.add(blocks);
    return blocks[0]!.n > 0;
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

  override restoreState(snapshot: unknown): SampleBuffer {
    const state = SampleBuffer.fromJSON(snapshot);
    if (state.widths === undefined || state.widths.length === 2) return state;
    throw damagedSnapshot('a sample buffer', `expected 2 blocks, one per variable, got ${state.widths.length}`);
  }

  /** Options of the score without those of the buffer and `onUndefined`. */
  protected get scoreOptions(): Omit<Options, keyof SamplePairOptions> {
    return withoutOptions(this.options, ['maxSamples', 'seed', 'onUndefined']);
  }
}
