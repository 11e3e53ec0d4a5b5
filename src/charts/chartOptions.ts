import { defineOptions, type OptionsReader } from '../inputs/defineOptions.ts';
import { countCheck, textCheck } from '../inputs/optionCheck.ts';

/** What every chart takes. */
export interface ChartOptions {
  /** What stands above it. */
  readonly title?: string | undefined;
  /** How many labels are shown by themselves, the largest first; 30 when left out. */
  readonly most?: number | undefined;
}

/** Reads {@link ChartOptions}. */
export const chartOptions: OptionsReader<ChartOptions> = /* @__PURE__ */ defineOptions('ChartOptions', () => ({
  title: textCheck(),
  most: countCheck(),
}));
