import type { ScoreReadingOptions } from '../../../inputs/classification/binaryScores.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { readArguments } from '../../readArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { SCORE_READING_OPTIONS, type ScoreCountsOptions, type ScoreOptions } from './scoreOptions.ts';

/** Arguments of a score of a binary classifier: counted scores, or scores and labels. */
export type ScoreArguments<Options> =
  | readonly [counts: ScoreCounts | BinnedScoreCounts, options?: ScoreCountsOptions<Options> | undefined]
  | readonly [preds: Samples, target: Labels, options?: (Options & PairOptions) | undefined];

/** Counts and options that a score was called with. */
interface ReadCurve<Options> {
  readonly counts: ScoreCounts | BinnedScoreCounts;
  readonly curve: ScoreCurve;
  /** True if all weights are whole numbers. */
  readonly isExact: boolean;
  readonly options: Options;
  /** Returns the value of a score that is undefined, or throws; see `onUndefined`. */
  readonly undefinedValue: (reason: string) => number;
}

/**
 * Reads the arguments of a score of a binary classifier.
 *
 * @throws {@link MetricInputError} if an argument is invalid.
 */
export function readScores<Options extends ScoreOptions>(
  owner: string,
  reader: OptionsReader<Options>,
  args: ScoreArguments<Options>,
): ReadCurve<Options> {
  const { state, options } = readArguments(
    owner,
    reader,
    args,
    (first) => first instanceof ScoreCounts || first instanceof BinnedScoreCounts,
    (preds: Samples, target: Labels, given) =>
      scoreCountsFor(given).add(preds, target, { ...scoreReadingOptions(given), sampleWeight: given.sampleWeight }),
    SCORE_READING_OPTIONS,
  );
  return {
    counts: state,
    get curve() {
      return state.curve;
    },
    isExact: state.isExact,
    options,
    undefinedValue: (reason) => undefinedScore(owner, options.onUndefined, NaN, reason),
  };
}

/** Returns empty counts: exact, or in bins between the thresholds of the options. */
export function scoreCountsFor({ thresholds }: ScoreOptions): ScoreCounts | BinnedScoreCounts {
  return thresholds === undefined ? new ScoreCounts() : new BinnedScoreCounts(thresholds);
}

/** Returns the options that determine how scores and labels are read. */
export function scoreReadingOptions({
  positiveLabel,
  ignoreLabel,
  fromLogits,
}: ScoreReadingOptions): ScoreReadingOptions {
  return { positiveLabel, ignoreLabel, fromLogits };
}

/** Returns why a score that compares positive with negative samples is undefined; `undefined` if it is defined. */
export function missingClass({
  positives,
  negatives,
}: Pick<ScoreCurve, 'positives' | 'negatives'>): string | undefined {
  if (positives > 0 && negatives > 0) return undefined;
  if (positives + negatives === 0) return 'there are no samples';
  return positives === 0 ? 'there are no positive samples' : 'there are no negative samples';
}
