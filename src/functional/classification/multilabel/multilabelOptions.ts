import type { ClassReadingOptions } from '../../../inputs/options/classReadingOptions.ts';
import type { MultilabelReadingOptions } from '../../../inputs/classification/multilabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { OnUndefined } from '../../../inputs/options/labelOptions.ts';
import { oneOfCheck, optionCheck } from '../../../inputs/options/optionCheck.ts';
import { classOptions } from '../confusion/classOptions.ts';

/** Options common to the scores of samples with several labels each. */
export interface MultilabelOptions extends MultilabelReadingOptions {
  /** Value where the formula is 0/0, or where there are no samples. Default: 0 for 0/0, and NaN without samples. */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Options that apply to counts: all but those that determine how predictions and targets are read. */
export type MultilabelCountsOptions<Options = MultilabelOptions> = Omit<
  Options,
  'threshold' | 'fromLogits' | 'ignoreLabel'
>;

/** Options that determine how predictions and targets are read, and do not apply to counts. */
export const MULTILABEL_READING: readonly ['threshold', 'fromLogits', 'ignoreLabel'] = [
  'threshold',
  'fromLogits',
  'ignoreLabel',
];

/**
 * How a score of several labels per sample is averaged:
 * - `'micro'`: the counts of all labels are summed first;
 * - `'macro'`: the mean over labels;
 * - `'weighted'`: the mean over labels, weighted by the number of samples with each label;
 * - `'none'`: the score of each label, by name.
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
 * Options for {@link hammingDistance} and {@link exactMatch}. For several labels per sample, `labels` are the names of the
 * columns, `ignoreLabel` is a whole number, and `positiveLabel` and `topK` are invalid.
 */
export interface AgreementOptions extends ClassReadingOptions, Pick<MultilabelOptions, 'onUndefined'> {}

/** Reads {@link AgreementOptions}. */
export const agreementOptions: OptionsReader<AgreementOptions> = /* @__PURE__ */ defineOptions('AgreementOptions', () =>
  classOptions.checks(),
);

/** Options for the scores of a ranking of labels. */
export type LabelRankingOptions = Pick<MultilabelOptions, 'ignoreLabel' | 'onUndefined'>;

/** Reads {@link LabelRankingOptions}. */
export const labelRankingOptions: OptionsReader<LabelRankingOptions> = /* @__PURE__ */ defineOptions(
  'LabelRankingOptions',
  () => {
    const { ignoreLabel, onUndefined } = multilabelOptions.checks();
    return { ignoreLabel, onUndefined };
  },
);
