import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readContingency, type ContingencyChartOptions } from './contingencyChartOptions.ts';
import { heatMapPart } from './heatMapPart.ts';
import { stackCharts, type VegaLiteSpec } from '../vegaLiteSpec.ts';

/**
 * Heat map of a contingency table or confusion matrix, with the best matching of clusters and classes on the
 * diagonal.
 *
 * Cells show nᵢⱼ, the number of samples with the true label i and the predicted label j. The color shows the fraction
 * nᵢⱼ / nᵢ of the nᵢ samples with the true label. Clusters are ordered so that the matching that `clusterAccuracy`
 * counts lies on the diagonal. If a side has more than `most` labels, the largest are matched and the others are
 * summed.
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
