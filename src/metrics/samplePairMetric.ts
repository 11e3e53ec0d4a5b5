import { undefinedScore } from '../functional/undefinedScore.ts';
import { onUndefinedCheck, type OnUndefined } from '../inputs/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../inputs/defineOptions.ts';
import { checkSampleBlocks } from '../inputs/checkSampleBlocks.ts';
import type { FlatSamples, Samples } from '../inputs/samples.ts';
import { damagedSnapshot } from '../state/checkSnapshot.ts';
import { SampleBuffer, type SampleBufferOptions } from '../state/samples/sampleBuffer.ts';
import { sampleBufferOptions } from './labeledSampleMetric.ts';
import { Metric } from './metric.ts';

/** Options of every {@link SamplePairMetric}. */
export interface SamplePairOptions extends SampleBufferOptions {
  /**
   * What to return for too few samples: NaN when left out or `'nan'`, an error for `'throw'`, or this number.
   */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Reads {@link SamplePairOptions}. */
export const samplePairOptions: OptionsReader<SamplePairOptions> = /* @__PURE__ */ defineOptions(
  'SamplePairOptions',
  () => ({ ...sampleBufferOptions.checks(), onUndefined: onUndefinedCheck() }),
);

/**
 * A score of the samples of two variables that needs the samples themselves: all of them, 8 bytes a value, or
 * a uniform random choice of `maxSamples`, at most 16 bytes a value and 16 a sample. In a collection, scores
 * of the same choice share it.
 *
 * @example
 * ```ts
 * import { SamplePairMetric, type FlatSamples, type SamplePairOptions } from 'tfjs-metrics';
 *
 * class MeanProduct extends SamplePairMetric<SamplePairOptions> {
 *   override leastSamples() { return 1; }
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
  /** The score of samples, of which there are enough. */
  abstract score(x: FlatSamples, y: FlatSamples): number;

  /** How many samples of so many columns in all a score needs. */
  abstract leastSamples(columns: number): number;

  /** False: a repeated sample is its own neighbor at distance 0, and has the same rank twice. */
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
      const reason = `expected at least ${least} samples, got ${state.length}`;
      return undefinedScore(this.name, this.options.onUndefined, NaN, reason);
    }
    const [x, y] = state.blocks().map(({ data, n, d }) => ({ data, shape: [n, d] as const }));
    return this.score(x!, y!);
  }

  override restoreState(snapshot: unknown): SampleBuffer {
    const state = SampleBuffer.fromJSON(snapshot);
    if (state.widths === undefined || state.widths.length === 2) return state;
    throw damagedSnapshot('a sample buffer', `it has ${state.widths.length} blocks for 2 variables`);
  }

  /** The options of the score itself, without those of the buffer and of what is undefined. */
  protected get scoreOptions(): Omit<Options, keyof SamplePairOptions> {
    const { maxSamples, seed, onUndefined, ...options } = this.options;
    void [maxSamples, seed, onUndefined];
    return options;
  }
}
