import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { textCheck } from '../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { chartChecks, type ChartOptions } from './chartOptions.ts';
import { heatMap, type HeatMap } from './heatMap.ts';

/** Options of a contingency heat map. */
export interface ContingencyChartOptions extends ChartOptions {
  /** What true labels are called; `'target'` when left out. */
  readonly rowTitle?: string | undefined;
  /** What predicted labels are called; `'preds'` when left out. */
  readonly columnTitle?: string | undefined;
}

const schema: OptionSchema<ContingencyChartOptions> = /* @__PURE__ */ optionSchema<ContingencyChartOptions>(() => ({
  ...chartChecks(),
  rowTitle: textCheck(),
  columnTitle: textCheck(),
}));

/** The heat map of a table, in the order of its best matching, and the checked options. */
export function readContingency(
  owner: string,
  table: ContingencyTable,
  given: ContingencyChartOptions | undefined,
): { map: HeatMap; options: ContingencyChartOptions } {
  if (!(table instanceof ContingencyTable)) {
    throw new MetricInputError(`${owner}: expected a ContingencyTable, got ${describeValue(table)}`);
  }
  const options = readOptions(owner, schema, given);
  return { map: heatMap(table.cells, options.most), options };
}
