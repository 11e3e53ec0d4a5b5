import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { readContingency, type ContingencyChartOptions } from './contingencyChartOptions.ts';

/** What `tfvis.render.heatmap(container, data, options)` takes. */
export interface VisHeatMap {
  /** What it shows. */
  readonly data: {
    /** The counts, row by row. */
    readonly values: number[][];
    /** The names of the columns. */
    readonly xTickLabels: string[];
    /** The names of the rows. */
    readonly yTickLabels: string[];
  };
  /** How it is to be read. */
  readonly options: {
    /** The counts are rows, not columns. */
    readonly rowMajor: true;
    /** What columns are called. */
    readonly xLabel: string;
    /** What rows are called. */
    readonly yLabel: string;
  };
}

/**
 * A contingency table as tfjs-vis draws it: what {@link contingencyChart} shows, in the format of its heat map.
 *
 * Rows are true labels i, columns predicted labels j, and values counts nᵢⱼ.
 *
 * @param table - counts of label pairs.
 * @param options - titles of the sides, and how many labels to show.
 * @returns the arguments of `tfvis.render.heatmap` behind the container.
 * @throws {@link MetricInputError} when it is no table, or an option is not as described.
 * @see https://js.tensorflow.org/api_vis/latest/#render.heatmap
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { visHeatMap } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visHeatMap(ContingencyTable.of([2, 2, 0], ['cat', 'cat', 'dog']));
 * data; // { values: [[2, 0], [0, 1]], xTickLabels: ['2', '0'], yTickLabels: ['cat', 'dog'] }
 * options; // { rowMajor: true, xLabel: 'preds', yLabel: 'target' }
 * ```
 */
export function visHeatMap(table: ContingencyTable, options?: ContingencyChartOptions): VisHeatMap {
  const { map, options: read } = readContingency('visHeatMap', table, options);
  return {
    data: {
      values: map.counts.map((row) => [...row]),
      xTickLabels: [...map.columns],
      yTickLabels: [...map.rows],
    },
    options: {
      rowMajor: true,
      xLabel: read.columnTitle ?? 'preds',
      yLabel: read.rowTitle ?? 'target',
    },
  };
}
