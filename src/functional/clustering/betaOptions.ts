import * as z from 'zod/mini';
import { labelOptionChecks, type LabelOptions } from '../../inputs/labelOptions.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../inputs/options.ts';

/** Options of weighted harmonic means of two ratios. */
export interface BetaOptions extends LabelOptions {
  /** Weight of the second ratio (completeness, recall) against the first, 0 or above; default 1. */
  readonly beta?: number | undefined;
}

/** The checks of {@link BetaOptions}, one by one. */
export function betaOptionChecks(): OptionChecks<BetaOptions> {
  return {
    ...labelOptionChecks(),
    beta: z.custom((value) => Number.isFinite(value) && (value as number) >= 0, {
      error: 'a finite number, 0 or above',
    }),
  };
}

/** The check of {@link BetaOptions}. */
export const betaOptions: OptionSchema<BetaOptions> = /* @__PURE__ */ optionSchema<BetaOptions>(betaOptionChecks);

/** The mean (1 + w) a b / (w a + b) of two ratios: a for w = 0, b as w grows; 0 when either is 0. */
export function weightedHarmonicMean(a: number, b: number, weight: number): number {
  if (a === 0 || b === 0) return 0;
  return weight === Infinity ? b : ((1 + weight) * a * b) / (weight * a + b);
}
