import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { countCheck, textCheck } from '../inputs/options/optionCheck.ts';

/** Options for charts. */
export interface ChartOptions {
  /** Title of the chart. Default: depends on the chart. */
  readonly title?: string | undefined;
  /** Maximum number of labels shown individually, the largest first. Default: 30. */
  readonly most?: number | undefined;
}

/** Validates {@link ChartOptions}. */
export const chartOptions: OptionsReader<ChartOptions> = /* @__PURE__ */ defineOptions('ChartOptions', () => ({
  title: textCheck(),
  most: countCheck(),
}));
