import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { textCheck } from '../inputs/optionCheck.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { chartOptions, type ChartOptions } from './chartOptions.ts';
import { heatMap, type HeatMap } from './heatMap.ts';

/** Options of a contingency heat map. */
export interface ContingencyChartOptions extends ChartOptions {
  /** What true labels are called; `'target'` when left out. */
  readonly rowTitle?: string | undefined;
  /** What predicted labels are called; `'preds'` when left out. */
  readonly columnTitle?: string | undefined;
}

const contingencyChartOptions = /* @__PURE__ */ defineOptions<ContingencyChartOptions>(
  'ContingencyChartOptions',
  () => ({
    ...chartOptions.checks(),
    rowTitle: textCheck(),
    columnTitle: textCheck(),
  }),
);

/** The heat map of a table, in the order of its best matching, and the checked options. */
export function readContingency(
  owner: string,
  table: ContingencyTable,
  given: ContingencyChartOptions | undefined,
): { map: HeatMap; options: ContingencyChartOptions } {
  if (!(table instanceof ContingencyTable)) {
    throw new MetricInputError(`${owner}: expected a ContingencyTable, got ${describeValue(table)}`);
  }
  const options = contingencyChartOptions(given, owner);
  return { map: heatMap(table.cells, options.most), options };
}
