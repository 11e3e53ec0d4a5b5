import { countCheck, textCheck } from '../inputs/optionCheck.ts';
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
  return { title: textCheck(), most: countCheck() };
}
