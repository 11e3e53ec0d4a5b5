import { isLabel, labelOptions, type LabelOptions } from './labelOptions.ts';
import type { Label } from '../labels.ts';
import { defineOptions, type OptionsReader } from './defineOptions.ts';
import { optionCheck, oneOfCheck } from './optionCheck.ts';

/** Options for scores that support missing labels. */
export interface NominalOptions extends LabelOptions {
  /**
   * Treatment of missing labels (NaN, null, undefined): drop the pair (`'drop'`) or replace the label by
   * `nanReplaceValue` (`'replace'`). Default: missing labels throw an error.
   */
  readonly nanStrategy?: 'drop' | 'replace' | undefined;
  /** Label that replaces missing labels with `'replace'`. Default: 0. */
  readonly nanReplaceValue?: Label | undefined;
}

/** Options that apply to a table: all but those for missing labels, which a table does not contain. */
export type NominalTableOptions<Options = NominalOptions> = Omit<Options, 'nanStrategy' | 'nanReplaceValue'>;

/** Options for missing labels, which do not apply to a table. */
export const MISSING_READING_OPTIONS: readonly ['nanStrategy', 'nanReplaceValue'] = ['nanStrategy', 'nanReplaceValue'];

/** Reads {@link NominalOptions}. */
export const nominalOptions: OptionsReader<NominalOptions> = /* @__PURE__ */ defineOptions('NominalOptions', () => ({
  ...labelOptions.checks(),
  nanStrategy: oneOfCheck(['drop', 'replace']),
  nanReplaceValue: optionCheck(isLabel, 'a label (a whole number, string or boolean)'),
}));
