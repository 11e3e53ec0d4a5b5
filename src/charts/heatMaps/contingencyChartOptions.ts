import { inputError } from '../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { textCheck } from '../../inputs/options/optionCheck.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { chartOptions, type ChartOptions } from '../chartOptions.ts';
import { heatMap, type HeatMap } from './heatMap.ts';

/** Options for heat maps of contingency tables. */
export interface ContingencyChartOptions extends ChartOptions {
  /** Title of the axis of true labels. Default: `'target'`. */
  readonly rowTitle?: string | undefined;
  /** Title of the axis of predicted labels. Default: `'preds'`. */
  readonly columnTitle?: string | undefined;
}

/** Validates {@link ContingencyChartOptions}. */
export const contingencyChartOptions: OptionsReader<ContingencyChartOptions> = /* @__PURE__ */ defineOptions(
  'ContingencyChartOptions',
  () => ({
    ...chartOptions.checks(),
    rowTitle: textCheck(),
    columnTitle: textCheck(),
  }),
);

/** Validates the arguments of a heat map; returns the map with its best matching on the diagonal, and the options. */
export function readContingency(
  owner: string,
  table: ContingencyTable,
  given: ContingencyChartOptions | undefined,
): { map: HeatMap; options: ContingencyChartOptions } {
  if (!(table instanceof ContingencyTable)) {
    throw inputError(owner, 'a ContingencyTable', table);
  }
  const options = contingencyChartOptions(given, owner);
  return { map: heatMap(table.cells, options.most), options };
}
