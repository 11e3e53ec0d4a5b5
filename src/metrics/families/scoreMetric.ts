import { withoutOptions } from '../../inputs/options/withoutOptions.ts';
import { scoreCountsFor, scoreReadingOptions } from '../../functional/classification/curves/readScores.ts';
import {
  SCORE_READING_OPTIONS,
  scoreOptions,
  type ScoreCountsOptions,
  type ScoreOptions,
} from '../../functional/classification/curves/scoreOptions.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { Samples } from '../../inputs/samples.ts';
import { BinnedScoreCounts } from '../../state/scores/binnedScoreCounts.ts';
import { ScoreCounts } from '../../state/scores/scoreCounts.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update: scores and labels, or counted scores. */
export type BinaryScoreBatch =
  | readonly [preds: Samples, target: Labels, options?: PairOptions | undefined]
  | readonly [counts: ScoreCounts | BinnedScoreCounts];

/**
 * Base class for metrics that are computed from the scores of a binary classifier. The state counts samples by distinct
 * score, or by bin if the option `thresholds` is set. In a collection, all such metrics with equal `thresholds`,
 * `positiveLabel`, `ignoreLabel` and `fromLogits` share one state.
 *
 * A custom score is a function of that state:
 *
 * @example
 * ```ts
 * import { ScoreMetric, type ScoreCounts } from 'tfjs-metrics';
 *
 * class PositiveShare extends ScoreMetric {
 *   override computeFrom(counts: ScoreCounts) {
 *     return counts.positives / counts.n;
 *   }
 * }
 *
 * const metric = new PositiveShare();
 * metric.update([0.9, 0.2, 0.4, 0.1], [1, 0, 0, 0]);
 * metric.compute(); // 0.25
 * ```
 */
export abstract class ScoreMetric<Options extends ScoreOptions = ScoreOptions, Value = number> extends Metric<
  BinaryScoreBatch,
  Value,
  // The methods of both classes of counts are the same, but TypeScript cannot call them on a union.
  ScoreCounts,
  Options
> {
  static override readonly acceptsScores: boolean = true;

  constructor(options?: Options, reader: OptionsReader<Options> = scoreOptions as never) {
    const { metricName, name } = new.target as typeof ScoreMetric;
    super(reader(options, metricName ?? name));
  }

  /** Options of the score, without those that determine how a batch is read. */
  protected get scoreOptions(): ScoreCountsOptions<Options> {
    return withoutOptions(this.options, SCORE_READING_OPTIONS);
  }

  override get stateKey(): string {
    const { thresholds } = this.options;
    return `ScoreCounts ${JSON.stringify({ thresholds, ...scoreReadingOptions(this.options) })}`;
  }

  override createState(): ScoreCounts {
    return scoreCountsFor(this.options) as ScoreCounts;
  }

  override updateState(state: ScoreCounts, ...batch: BinaryScoreBatch): boolean {
    const [first, target, options] = batch;
    if (first instanceof ScoreCounts || first instanceof BinnedScoreCounts) {
      state.merge(first as ScoreCounts);
      return first.n > 0;
    }
    const sampleWeight = readPairOptions(options).sampleWeight;
    state.add(first as Samples, target as Labels, { ...scoreReadingOptions(this.options), sampleWeight });
    return !isEmpty(first);
  }
}
