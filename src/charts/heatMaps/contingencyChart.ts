import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readContingency, type ContingencyChartOptions } from './contingencyChartOptions.ts';
import { heatMapPart } from './heatMapPart.ts';
import { stackCharts, type VegaLiteSpec } from '../vegaLiteSpec.ts';

/**
 * Heat map of a contingency table or confusion matrix, with matched clusters and classes on the diagonal.
 *
 * Rows are true labels (classes), and columns are predicted labels (clusters). A cell shows nᵢⱼ, the number of samples
 * with the true label i and the predicted label j. Its color shows the fraction nᵢⱼ / nᵢ, with nᵢ the number of samples
 * with the true label i.
 *
 * Rows and columns are ordered so that matched classes and clusters are on the diagonal. The matching is the one that
 * `clusterAccuracy` counts. If there are more than `most` classes or clusters (default: 30), only the `most` largest
 * have their own row or column and are matched; the others share one, the last.
 *
 * @param table - counts of label pairs.
 * @param options - title, axis titles, and maximum number of labels to show.
 * @returns a Vega-Lite specification, with a size bounded by `most`.
 * @throws {@link MetricInputError} if `table` is not a `ContingencyTable`, or an option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { contingencyChart } from 'tfjs-metrics/charts';
 *
 * const table = ContingencyTable.of([2, 2, 0, 1], ['cat', 'cat', 'dog', 'dog']);
 * const spec = contingencyChart(table, { title: 'Pets', columnTitle: 'cluster' });
 * spec['data'];
 * // => { values: [{ row: 'cat', column: '2', count: 2, share: 1 },
 * //   { row: 'dog', column: '0', count: 1, share: 0.5 }, { row: 'dog',
 * //   column: '1', count: 1, share: 0.5 }] }
 * ```
 */
export function contingencyChart(table: ContingencyTable, options?: ContingencyChartOptions): VegaLiteSpec {
  const { map, options: read } = readContingency('contingencyChart', table, options);
  const { title = 'Contingency table', rowTitle, columnTitle } = read;
  return stackCharts([heatMapPart(map, { title, rowTitle, columnTitle })]);
}
