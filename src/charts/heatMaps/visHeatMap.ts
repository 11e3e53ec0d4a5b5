import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readContingency, type ContingencyChartOptions } from './contingencyChartOptions.ts';

/** Arguments of `tfvis.render.heatmap(container, data, options)`. */
export interface VisHeatMap {
  /** Counts and labels. */
  readonly data: {
    /** Counts, row by row. */
    readonly values: number[][];
    /** Labels of the columns. */
    readonly xTickLabels: string[];
    /** Labels of the rows. */
    readonly yTickLabels: string[];
  };
  /** Layout and axis titles. */
  readonly options: {
    /** Marks `values` as a list of rows. */
    readonly rowMajor: true;
    /** Title of the horizontal axis. */
    readonly xLabel: string;
    /** Title of the vertical axis. */
    readonly yLabel: string;
  };
}

/**
 * Heat map of a contingency table for tfjs-vis, with the content of {@link contingencyChart}.
 *
 * Rows are true labels i, columns are predicted labels j, and values are counts nᵢⱼ.
 *
 * @param table - counts of label pairs.
 * @param options - axis titles, and maximum number of labels to show.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.heatmap`.
 * @throws {@link MetricInputError} if `table` is not a `ContingencyTable`, or an option is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.heatmap
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { visHeatMap } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visHeatMap(
 *   ContingencyTable.of([2, 2, 0], ['cat', 'cat', 'dog']),
 * );
 * data;
 * // => { values: [[2, 0], [0, 1]], xTickLabels: ['2', '0'],
 * //   yTickLabels: ['cat', 'dog'] }
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
