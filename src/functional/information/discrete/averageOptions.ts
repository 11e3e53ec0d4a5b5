import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { type OptionCheck, oneOfCheck } from '../../../inputs/options/optionCheck.ts';

/** Mean of two entropies, by which a mutual information is divided. */
export type AverageMethod = 'min' | 'geometric' | 'arithmetic' | 'max';

/** Options for scores that are normalized by a mean of two entropies. */
export interface AverageOptions extends LabelOptions {
  /** Mean of the entropies of preds and target in the denominator. Default: `'arithmetic'`. */
  readonly averageMethod?: AverageMethod | undefined;
}

const MEANS: Record<AverageMethod, (a: number, b: number) => number> = {
  min: Math.min,
  geometric: (a, b) => Math.sqrt(a * b),
  arithmetic: (a, b) => (a + b) / 2,
  max: Math.max,
};

/** Reads {@link AverageOptions}. */
export const averageOptions: OptionsReader<AverageOptions> = /* @__PURE__ */ defineOptions('AverageOptions', () => {
  return { ...labelOptions.checks(), averageMethod: averageMethodCheck() };
});

/** Returns the check of an option that names a mean. */
export function averageMethodCheck(): OptionCheck {
  return oneOfCheck(Object.keys(MEANS));
}

/** Returns the mean of two entropies that `method` names. */
export function averageOf(a: number, b: number, method: AverageMethod = 'arithmetic'): number {
  return MEANS[method](a, b);
}
