import * as z from 'zod/mini';
import { isLabel, labelOptionChecks, type LabelOptions } from './labelOptions.ts';
import type { Label } from './labels.ts';
import { oneOfCheck } from './optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from './options.ts';

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

/** The checks of {@link NominalOptions}, one by one. */
export function nominalOptionChecks(): OptionChecks<NominalOptions> {
  return {
    ...labelOptionChecks(),
    nanStrategy: oneOfCheck(['drop', 'replace']),
    nanReplaceValue: z.custom(isLabel, { error: 'a label (a whole number, string or boolean)' }),
  };
}

/** The check of {@link NominalOptions}. */
export const nominalOptions: OptionSchema<NominalOptions> =
  /* @__PURE__ */ optionSchema<NominalOptions>(nominalOptionChecks);
