import type { Label } from './labels.ts';
import { defineOptions, type OptionsReader } from './defineOptions.ts';
import { type OptionCheck, optionCheck } from './optionCheck.ts';

/** Value of a score that is 0/0 or has no samples: `'throw'` for an error, `'nan'`, or a number. */
export type OnUndefined = 'throw' | 'nan' | number;

/** Options of every score of two labelings. */
export interface LabelOptions {
  /**
   * A label, or several, that stands for no cluster (such as the -1 of DBSCAN's noise). Pairs in
   * which either side has it are left out.
   */
  readonly ignoreLabel?: Label | readonly Label[] | undefined;
  /**
   * Value where the formula is 0/0, as for early epochs with one cluster, or where there are no samples.
   * Default: the limit that the score's description states for 0/0, and NaN without samples.
   */
  readonly onUndefined?: OnUndefined | undefined;
}

/** Whether a value can name a cluster or class. */
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

/** The check of {@link OnUndefined}. */
export function onUndefinedCheck(): OptionCheck {
  return optionCheck(
    (value) => value === 'throw' || value === 'nan' || Number.isFinite(value),
    '"throw", "nan" or a finite number',
  );
}
