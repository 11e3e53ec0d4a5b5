import * as z from 'zod/mini';
import type { OptionCheck } from '../inputs/options.ts';

/** What every chart takes. */
export interface ChartOptions {
  /** What stands above it. */
  readonly title?: string | undefined;
  /** How many labels are shown by themselves, the largest first; 30 when left out. */
  readonly most?: number | undefined;
}

/** The checks of {@link ChartOptions}. */
export function chartChecks(): Record<keyof ChartOptions, OptionCheck> {
  return { title: textCheck(), most: z.custom(isCount, { error: 'a whole number above 0' }) };
}

/** The check of a text. */
export function textCheck(): OptionCheck {
  return z.string({ error: 'a string' });
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
