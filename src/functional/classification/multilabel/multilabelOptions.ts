import type { ClassReadingOptions } from '../../../inputs/options/classReadingOptions.ts';
import type { MultilabelReadingOptions } from '../../../inputs/classification/multilabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { oneOfCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import { classOptions } from '../confusion/classOptions.ts';

/** Common options for scores of samples with several labels each. */
export interface MultilabelOptions extends MultilabelReadingOptions {
  /** Value if the formula is 0/0 or there are no samples. Default: 0 for 0/0, NaN without samples. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Options that apply to counts: all except those for reading predictions and targets. */
export type MultilabelCountsOptions<Options = MultilabelOptions> = Omit<
  Options,
  'threshold' | 'fromLogits' | 'ignoreLabel'
>;

/** Options that determine how predictions and targets are read, and do not apply to counts. */
export const MULTILABEL_READING_OPTIONS: readonly ['threshold', 'fromLogits', 'ignoreLabel'] = [
  'threshold',
  'fromLogits',
  'ignoreLabel',
];

/**
 * Method of averaging a score over labels:
 * - `'micro'`: the score of the counts TP, FP, FN and TN summed over all labels;
 * - `'macro'`: the mean of the scores of all labels;
 * - `'weighted'`: the mean weighted by the number of samples that have each label, or 0 if no sample has any label;
 * - `'none'`: the score of each label, as an object with names of labels as keys; `{}` if there are no samples.
 */
export type MultilabelAverage = 'micro' | 'macro' | 'weighted' | 'none';

/** Options for scores that are computed for each label. */
export interface MultilabelAverageOptions<
  Average extends MultilabelAverage = MultilabelAverage,
> extends MultilabelOptions {
  /** How to average over labels: `'micro'`, `'macro'`, `'weighted'` or `'none'`. Default: `'macro'`. */
  readonly average?: Average | undefined;
}

/** Reads {@link MultilabelOptions}. */
export const multilabelOptions: OptionsReader<MultilabelOptions> = /* @__PURE__ */ defineOptions(
  'MultilabelOptions',
  () => {
    const { labels, threshold, fromLogits, onUndefined } = classOptions.checks();
    return { labels, threshold, fromLogits, ignoreLabel: unknownCheck(), onUndefined };
  },
);

const unknownCheck = (): ReturnType<typeof optionCheck> =>
  optionCheck(
    (value) => Number.isSafeInteger(value) && value !== 0 && value !== 1,
    'a whole number other than 0 and 1',
  );

/** Reads {@link MultilabelAverageOptions}. */
export const multilabelAverageOptions: OptionsReader<MultilabelAverageOptions> = /* @__PURE__ */ defineOptions(
  'MultilabelAverageOptions',
  () => ({ ...multilabelOptions.checks(), average: oneOfCheck(['micro', 'macro', 'weighted', 'none']) }),
);

/**
 * Options for {@link hammingDistance} and {@link exactMatch}. For several labels per sample, `labels` are the names of
 * the columns, `ignoreLabel` must be a whole number other than 0 and 1, and `positiveLabel` and `topK` are invalid.
 */
export interface AgreementOptions extends ClassReadingOptions, Pick<MultilabelOptions, 'onUndefined'> {}

/** Reads {@link AgreementOptions}. */
export const agreementOptions: OptionsReader<AgreementOptions> = /* @__PURE__ */ defineOptions('AgreementOptions', () =>
  classOptions.checks(),
);

/** Options for scores of the ranking of labels: coverage error, label ranking loss and average precision. */
export type LabelRankingOptions = Pick<MultilabelOptions, 'ignoreLabel' | 'onUndefined'>;

/** Reads {@link LabelRankingOptions}. */
export const labelRankingOptions: OptionsReader<LabelRankingOptions> = /* @__PURE__ */ defineOptions(
  'LabelRankingOptions',
  () => {
    const { ignoreLabel, onUndefined } = multilabelOptions.checks();
    return { ignoreLabel, onUndefined };
  },
);
