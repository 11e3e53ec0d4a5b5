import type { AveragingOptions } from '../../functional/regression/averageOutputs.ts';
import { scoreOfRanks, type RankScore } from '../../functional/regression/ranks/rankScore.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { checkOutputPairs } from '../../inputs/regression/outputPairs.ts';
import { flatSamples, type CheckedSamples, type Samples } from '../../inputs/samples.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import type { SampleBuffer, SampleBufferOptions } from '../../state/samples/sampleBuffer.ts';
import { sampleBufferOptions } from './labeledSampleMetric.ts';
import { SampleBufferMetric } from './sampleBufferMetric.ts';

/** Base class for scores that are computed from the ranks of predictions and targets. */
export abstract class RankMetric<
  Options extends AveragingOptions,
  Value extends number | number[] = number,
> extends SampleBufferMetric<Options & SampleBufferOptions, Value> {
  readonly #score: RankScore<Options>;

  constructor(score: RankScore<Options>, options: (Options & SampleBufferOptions) | undefined) {
    const { metricName, name } = new.target as typeof RankMetric;
    const checks = (): object => ({ ...score.options.checks(), ...sampleBufferOptions.checks() });
    super(defineOptions<Options & SampleBufferOptions>(metricName ?? name, checks as never)(options));
    this.#score = score;
  }

  protected override checkBatch(first: Samples, second: Samples): readonly CheckedSamples[] {
    const { preds, target } = checkOutputPairs(first, second, undefined);
    return [preds, target];
  }

  /** Restores the samples. Throws a {@link MetricStateError} if predictions and targets differ in width. */
  override restoreState(snapshot: unknown): SampleBuffer {
    const state = super.restoreState(snapshot);
    const [first, second] = state.widths ?? [];
    if (first === second) return state;
    throw damagedSnapshot('a sample buffer', `expected blocks of equal width, got ${first} and ${second}`);
  }

  override computeFrom(state: SampleBuffer): Value {
    const [preds = [], target = []] = state.blocks().map(flatSamples);
    const options = withoutOptions(this.options, ['maxSamples', 'seed']);
    return scoreOfRanks(this.#score, preds, target, options as Options);
  }
}
