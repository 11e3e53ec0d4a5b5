import type { CheckedSamples, Samples } from '../../inputs/samples.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import { SampleBuffer, type SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';
import { checkInputCount } from '../checkInputCount.ts';
import { Metric } from '../metric.ts';

/**
 * Base class for scores of two variables whose state holds the samples: all of them, or a uniform random subset of
 * `maxSamples` samples. In a collection, scores with equal `maxSamples` and `seed` share the samples.
 */
export abstract class SampleBufferMetric<Options extends SampleBufferOptions, Value = number> extends Metric<
  readonly [first: Samples, second: Samples],
  Value,
  SampleBuffer,
  Options
> {
  /**
   * Returns the checked samples of a batch, one block for each variable.
   *
   * @throws {@link MetricInputError} if a value is invalid.
   */
  protected abstract checkBatch(first: Samples, second: Samples): readonly CheckedSamples[];

  override get stateKey(): string {
    const { maxSamples = 'all', seed = 0 } = this.options;
    return `SampleBuffer ${maxSamples} ${seed}`;
  }

  override createState(): SampleBuffer {
    const { maxSamples, seed } = this.options;
    return new SampleBuffer({ maxSamples, seed });
  }

  override updateState(state: SampleBuffer, ...inputs: readonly [first: Samples, second: Samples]): boolean {
    checkInputCount(this.name, inputs, 2);
    const blocks = this.checkBatch(...inputs);
    state.add(blocks);
    return blocks[0]!.n > 0;
  }

  override restoreState(snapshot: unknown): SampleBuffer {
    const state = SampleBuffer.fromJSON(snapshot);
    if (state.widths === undefined || state.widths.length === 2) return state;
    throw damagedSnapshot('a sample buffer', `expected 2 blocks, one per variable, got ${state.widths.length}`);
  }
}
