import type { ScoreReadingOptions } from '../../../inputs/classification/binaryScores.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { isLabel, labelOptions, type OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { booleanCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import { thresholdsCheck, type Thresholds } from '../../../inputs/classification/thresholds.ts';

/** Options common to the scores of a binary classifier that depend on the order of its scores. */
export interface ScoreOptions extends ScoreReadingOptions {
  /**
   * Edges of the bins that scores are counted in: a list of numbers, or for probabilities the number of evenly spaced
   * edges from 0 to 1, at least 2. Scores in the same bin count as equal, and memory use depends only on the number of
   * bins. Default: no bins, so that results are exact.
   */
  readonly thresholds?: Thresholds | undefined;
  /** Value if the score is undefined because there are no positive or no negative samples. Default: NaN. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Options that apply to counted scores: all except those for reading and counting scores and labels. */
export type ScoreCountsOptions<Options = ScoreOptions> = Omit<
  Options,
  'positiveLabel' | 'ignoreLabel' | 'fromLogits' | 'thresholds'
>;

/** Options that determine how scores and labels are read, and do not apply to counted scores. */
export const SCORE_READING_OPTIONS: readonly ['positiveLabel', 'ignoreLabel', 'fromLogits', 'thresholds'] = [
  'positiveLabel',
  'ignoreLabel',
  'fromLogits',
  'thresholds',
];

/** Reads {@link ScoreOptions}. */
export const scoreOptions: OptionsReader<ScoreOptions> = /* @__PURE__ */ defineOptions('ScoreOptions', () => ({
  ...labelOptions.checks(),
  positiveLabel: optionCheck(isLabel, 'a label (a whole number, a string or a boolean)'),
  fromLogits: booleanCheck(),
  thresholds: thresholdsCheck(),
}));
