import type { ScoreReadingOptions } from '../../../inputs/classification/binaryScores.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { isLabel, labelOptions, type OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { booleanCheck, optionCheck, type OptionCheck } from '../../../inputs/options/optionCheck.ts';
import { thresholdsCheck, type Thresholds } from '../../../inputs/classification/thresholds.ts';

/** Options common to the scores of a binary classifier that depend on the order of its scores. */
export interface ScoreOptions extends ScoreReadingOptions {
  /**
   * Counts samples in bins between these thresholds instead of by distinct score, so that memory does not depend on the
   * scores: a list of numbers, or the number of evenly spaced thresholds from 0 to 1 for probabilities. Scores of a bin
   * count as equal. Default: exact.
   */
  readonly thresholds?: Thresholds | undefined;
  /** Value if there are no positive samples or no negative ones, as far as the formula needs both. Default: NaN. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Options that apply to counted scores: all but those that determine how scores and labels are read. */
export type ScoreCountsOptions<Options = ScoreOptions> = Omit<
  Options,
  'positiveLabel' | 'ignoreLabel' | 'fromLogits' | 'thresholds'
>;

/** Options that determine how scores and labels are read, and do not apply to counted scores. */
export const SCORE_READING: readonly ['positiveLabel', 'ignoreLabel', 'fromLogits', 'thresholds'] = [
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

/** Returns the check of a rate from 0 to 1. */
export function rateCheck(): OptionCheck {
  return optionCheck((value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1');
}
