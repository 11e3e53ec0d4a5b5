import type { Label } from '../labels.ts';
import { defineOptions, type OptionsReader } from './defineOptions.ts';
import { type OptionCheck, optionCheck } from './optionCheck.ts';

/** Value of a score that is 0/0 or has no samples: `'throw'` for an error, `'nan'`, or a number. */
export type OnUndefined = 'throw' | 'nan' | number;

/** Options common to the scores of two labelings. */
export interface LabelOptions {
  /**
   * Label or labels to ignore, such as -1 for noise in DBSCAN. Samples with such a label, predicted or true, are
   * excluded.
   */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  /**
   * Value if the formula is 0/0, or if there are no samples. Default: the value in the description of the score for
   * 0/0, and NaN without samples.
   */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Returns whether a value is a valid label. */
export function isLabel(value: unknown): value is Label {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
}

/** Reads {@link LabelOptions}. */
export const labelOptions: OptionsReader<LabelOptions> = /* @__PURE__ */ defineOptions('LabelOptions', () => ({
  ignoreLabel: optionCheck(
    (value) => (Array.isArray(value) ? value.every(isLabel) : isLabel(value)),
    'a label or a list of labels (whole numbers, strings, booleans)',
  ),
  onUndefined: onUndefinedCheck(),
}));

/** Returns the check of {@link OnUndefined}. */
export function onUndefinedCheck(): OptionCheck {
  return optionCheck(
    (value) => value === 'throw' || value === 'nan' || Number.isFinite(value),
    '"throw", "nan" or a finite number',
  );
}
