import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { optionCheck } from '../../inputs/options/optionCheck.ts';

/** Options for scores that are a weighted harmonic mean of two ratios. */
export interface BetaOptions extends LabelOptions {
  /** Weight of the second ratio (completeness or recall) relative to the first, 0 or more. Default: 1. */
  readonly beta?: number | undefined;
}

/** Reads {@link BetaOptions}. */
export const betaOptions: OptionsReader<BetaOptions> = /* @__PURE__ */ defineOptions('BetaOptions', () => ({
  ...labelOptions.checks(),
  beta: optionCheck((value) => Number.isFinite(value) && (value as number) >= 0, 'a finite number, 0 or above'),
}));

/**
 * Returns the mean (1 + w) a b / (w a + b) of two ratios: a for w = 0, towards b as w grows; 0 if either ratio is 0.
 */
export function weightedHarmonicMean(a: number, b: number, weight: number): number {
  if (a === 0 || b === 0) return 0;
  return weight === Infinity ? b : ((1 + weight) * a * b) / (weight * a + b);
}
