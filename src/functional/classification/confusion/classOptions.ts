import type { ClassReadingOptions } from '../../../inputs/options/classReadingOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { isLabel, labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import { booleanCheck, countCheck, oneOfCheck, optionCheck, shareCheck } from '../../../inputs/options/optionCheck.ts';

/** Options common to the scores of a classifier. */
export interface ClassOptions extends ClassReadingOptions, Omit<LabelOptions, 'ignoreLabel'> {}

/** Options that apply to a contingency table: all except those for converting the output of a classifier to labels. */
export type ClassTableOptions<Options = ClassOptions> = Omit<Options, 'threshold' | 'fromLogits' | 'topK'>;

/**
 * Method of averaging a score over classes:
 * - `'binary'`: no average, only the score of the positive class (see `positiveLabel`);
 * - `'micro'`: the score of the counts TP, FP, FN and TN summed over all classes;
 * - `'macro'`: the mean of the scores of all classes;
 * - `'weighted'`: the mean weighted by the number of true samples of each class;
 * - `'none'`: the score of each class, as an object with labels as keys. If there are no samples, the object has only
 *   the keys in the option `labels`, with NaN for each, and is `{}` without this option.
 */
export type ClassAverage = 'binary' | 'micro' | 'macro' | 'weighted' | 'none';

/** Options for scores that are computed for each class. */
export interface ClassAverageOptions<Average extends ClassAverage = ClassAverage> extends ClassOptions {
  /**
   * How to average over classes: `'binary'` (the positive class), `'micro'`, `'macro'`, `'weighted'`, or `'none'` (the
   * score of each class). Default: `'binary'`.
   */
  readonly average?: Average | undefined;
}

/** Value of a score: a number, or with `average: 'none'` an object with the score of each class by label. */
export type ClassScore<Average extends ClassAverage> = Average extends 'none' ? Record<string, number> : number;

function isLabelList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isLabel)) return false;
  return value.every((label) => typeof label === typeof value[0]) && new Set(value).size === value.length;
}

/** Reads {@link ClassOptions}. */
export const classOptions: OptionsReader<ClassOptions> = /* @__PURE__ */ defineOptions('ClassOptions', () => ({
  ...labelOptions.checks(),
  labels: optionCheck(isLabelList, 'a list of distinct labels of one kind (whole numbers, strings, booleans)'),
  positiveLabel: optionCheck(isLabel, 'a label (a whole number, a string or a boolean)'),
  threshold: shareCheck(),
  fromLogits: booleanCheck(),
  topK: countCheck(1, 'classes'),
}));

/** Reads {@link ClassAverageOptions}. */
export const classAverageOptions: OptionsReader<ClassAverageOptions> = /* @__PURE__ */ defineOptions(
  'ClassAverageOptions',
  () => ({
    ...classOptions.checks(),
    average: oneOfCheck(['binary', 'micro', 'macro', 'weighted', 'none']),
  }),
);
