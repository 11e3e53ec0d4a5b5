import * as z from 'zod/mini';
import type { Label } from './labels.ts';
import { optionSchema, type OptionCheck, type OptionChecks, type OptionSchema } from './options.ts';

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

/** The checks of {@link LabelOptions}. */
export function labelOptionChecks(): OptionChecks<LabelOptions> {
  return {
    ignoreLabel: z.custom((value) => (Array.isArray(value) ? value.every(isLabel) : isLabel(value)), {
      error: 'a label or a list of labels (whole numbers, strings, booleans)',
    }),
    onUndefined: onUndefinedCheck(),
  };
}

/** The check of {@link OnUndefined}. */
export function onUndefinedCheck(): OptionCheck {
  return z.custom((value) => value === 'throw' || value === 'nan' || Number.isFinite(value), {
    error: '"throw", "nan" or a finite number',
  });
}

/** The check of {@link LabelOptions} alone. */
export const labelOptions: OptionSchema<LabelOptions> = /* @__PURE__ */ optionSchema<LabelOptions>(labelOptionChecks);
