import { isLabel, labelOptions, type LabelOptions } from './labelOptions.ts';
import type { Label } from './labels.ts';
import { defineOptions, type OptionsReader } from './defineOptions.ts';
import { optionCheck, oneOfCheck } from './optionCheck.ts';

/** Options of scores that can do with missing labels. */
export interface NominalOptions extends LabelOptions {
  /**
   * What to do about missing labels (NaN, null, undefined): leave the pair out (`'drop'`) or put
   * `nanReplaceValue` in their place (`'replace'`). Left out, a missing label is an error.
   */
  readonly nanStrategy?: 'drop' | 'replace' | undefined;
  /** The label that `'replace'` puts in the place of missing ones; 0 when left out. */
  readonly nanReplaceValue?: Label | undefined;
}

/** Reads {@link NominalOptions}. */
export const nominalOptions: OptionsReader<NominalOptions> = /* @__PURE__ */ defineOptions('NominalOptions', () => ({
  ...labelOptions.checks(),
  nanStrategy: oneOfCheck(['drop', 'replace']),
  nanReplaceValue: optionCheck(isLabel, 'a label (a whole number, string or boolean)'),
}));
